package io.github.dnscli.oserve.torture;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;

/// A connection to a server that is killed now and then: opened when it is needed, given up when it breaks.
final class Line implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final byte[] SECRET = new byte[32];

    /// What is said over the line.
    ///
    /// @param <T> what comes back
    @FunctionalInterface
    interface Saying<T> {
        T to(Exchange exchange) throws IOException;
    }

    private final ServerAddress server;
    private Optional<Exchange> exchange = Optional.empty();

    Line(ServerAddress server) {
        this.server = server;
    }

    static TsigKey key(String name) {
        return new TsigKey(DomainName.of(name), TsigAlgorithm.SHA256, SECRET);
    }

    /// {@return the line of a key file for a key}
    static String record(TsigKey key) {
        return "%s DNSKEY 0 3 163 %s\n"
                .formatted(key.name(), Base64.getEncoder().encodeToString(key.secret()));
    }

    /// {@return what came back; empty if nothing did}
    <T> Optional<T> say(Saying<T> saying) {
        try {
            if (exchange.isEmpty()) {
                exchange =
                        Optional.of(
                                Exchange.open(
                                        Transport.TCP,
                                        server,
                                        TIMEOUT,
                                        InstantSource.system(),
                                        new Random()));
            }
            return Optional.of(saying.to(exchange.get()));
        } catch (IOException _) {
            close();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            if (exchange.isPresent()) {
                exchange.get().close();
            }
        } catch (IOException _) {
            // It was broken anyway.
        }
        exchange = Optional.empty();
    }
}
