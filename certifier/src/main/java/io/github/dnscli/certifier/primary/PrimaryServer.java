package io.github.dnscli.certifier.primary;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.wire.Rcode;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// The server that has the zones and takes updates of them. Everything said to it is signed.
///
/// @param transport the way to it; TCP, since certificates do not fit anything else
/// @param address where it listens
/// @param key what to sign with; it needs the right to update the zones
/// @param timeout how long to wait for each reply
/// @param clock what signatures say of the time
/// @param random makes message ids; used by several threads at once
public record PrimaryServer(
        Transport transport,
        ServerAddress address,
        TsigKey key,
        Duration timeout,
        InstantSource clock,
        RandomGenerator random) {

    /// What came of writing to a zone.
    public sealed interface Writing {

        /// It is done.
        record Done() implements Writing {}

        /// Nothing was written, because the records are not what they were when the update was made (RFC 2136 §2.4).
        record Overtaken() implements Writing {}

        /// It is not, or one cannot be sure.
        record Failed(Trouble trouble) implements Writing {}
    }

    /// {@return what the server makes of an update}
    public Writing write(Update update) {
        try (var exchange = open()) {
            return switch (exchange.ask(update, key)) {
                case Reply.Accepted _ -> new Writing.Done();
                case Reply.Refused(var rcode, _) when isUnmet(rcode) -> new Writing.Overtaken();
                case Reply.Failed failed -> new Writing.Failed(Trouble.of(failed));
            };
        } catch (IOException failure) {
            return new Writing.Failed(Trouble.of(failure));
        }
    }

    private static boolean isUnmet(Rcode rcode) {
        return rcode.equals(Rcode.NXRRSET)
                || rcode.equals(Rcode.YXRRSET)
                || rcode.equals(Rcode.NXDOMAIN)
                || rcode.equals(Rcode.YXDOMAIN);
    }

    /// {@return an exchange with it}
    ///
    /// @throws IOException if it cannot be reached
    public Exchange open() throws IOException {
        return Exchange.open(transport, address, timeout, clock, random);
    }
}
