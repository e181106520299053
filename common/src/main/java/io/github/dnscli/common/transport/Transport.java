package io.github.dnscli.common.transport;

import java.io.IOException;
import java.time.Duration;

/// The way to servers.
@FunctionalInterface
public interface Transport {

    /// TCP, one connection for a whole conversation (RFC 7766).
    Transport TCP = TcpConversation::connect;

    /// {@return UDP, signed afresh and sent again when no reply comes, and TCP when the reply is cut or none comes in
    /// half of the timeout (RFC 7766 §5)}
    static Transport udpThenTcp() {
        return UdpThenTcpConversation::open;
    }

    /// {@return a line to a server}
    ///
    /// @param timeout for connecting, and afresh for each reply; more than zero
    /// @throws IOException if the server cannot be reached in that time; the message names it
    Conversation open(ServerAddress server, Duration timeout) throws IOException;
}
