package io.github.dnscli.common.request;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.transport.Conversation;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// Requests and replies with one server, one after the other. Not for use by several threads at once.
public final class Exchange implements AutoCloseable {

    private static final int IDS = 0x10000;

    private final Conversation conversation;
    private final InstantSource clock;
    private final RandomGenerator random;

    /// Begins an exchange over a line that is open.
    ///
    /// @param conversation the line, closed with the exchange
    /// @param clock what signatures say of the time, and are judged by
    /// @param random makes message ids, which must be hard to guess (RFC 5452 §4)
    public Exchange(Conversation conversation, InstantSource clock, RandomGenerator random) {
        this.conversation = conversation;
        this.clock = clock;
        this.random = random;
    }

    /// {@return an exchange with a server}
    ///
    /// @param timeout for connecting, and afresh for each reply
    /// @param clock what signatures say of the time, and are judged by
    /// @param random makes message ids, which must be hard to guess (RFC 5452 §4)
    /// @throws IOException if the server cannot be reached in that time; the message names it
    public static Exchange open(
            Transport transport,
            ServerAddress server,
            Duration timeout,
            InstantSource clock,
            RandomGenerator random)
            throws IOException {
        return new Exchange(transport.open(server, timeout), clock, random);
    }

    /// {@return the reply to a request that is not signed}
    ///
    /// @throws IOException if none came; the message names the server
    public Reply ask(Request request) throws IOException {
        return ask(request, Signing.NONE);
    }

    /// {@return the reply to a request signed with a key; a reply that is not is [Reply.Unverified]}
    ///
    /// @throws IOException if none came; the message names the server
    public Reply ask(Request request, TsigKey key) throws IOException {
        return ask(request, new Signing.With(key, clock));
    }

    private Reply ask(Request request, Signing signing) throws IOException {
        var asked = request.message(random.nextInt(IDS));
        byte[] octets = conversation.ask(() -> signing.wire(asked));
        return new ReplyReader(request, new Kinship(asked, true), signing::fault).read(octets);
    }

    /// {@return the records of a zone, or what has changed in it, fetched over a request that is not signed}; a whole zone
    /// wants TCP
    ///
    /// @throws IOException if no reply came, or it broke off; the message names the server
    public TransferReply transfer(Transfer transfer) throws IOException {
        return transfer(transfer, Signing.NONE);
    }

    /// {@return the records of a zone, or what has changed in it, fetched over a request signed with a key, every part of
    /// the reply verified}; a whole zone wants TCP
    ///
    /// @throws IOException if no reply came, or it broke off; the message names the server
    public TransferReply transfer(Transfer transfer, TsigKey key) throws IOException {
        return transfer(transfer, new Signing.With(key, clock));
    }

    private TransferReply transfer(Transfer transfer, Signing signing) throws IOException {
        var asked = transfer.message(random.nextInt(IDS));
        byte[] octets = conversation.ask(() -> signing.wire(asked));
        var reader = new TransferReader(transfer, asked, signing.chain(), clock);
        while (reader.wantsMoreAfter(octets)) {
            if (!conversation.hasNext()) {
                return reader.cutShort();
            }
            octets = conversation.next();
        }
        return reader.outcome();
    }

    @Override
    public void close() throws IOException {
        conversation.close();
    }
}
