package io.github.dnscli.server.notify;

import io.github.dnscli.common.transport.Conversation;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.server.state.NotifySettings;
import java.io.IOException;
import java.net.InetAddress;

/// Somebody who is told of changes.
sealed interface Recipient permits Recipient.Server, Registration {

    /// {@return a line to it}
    ///
    /// @throws IOException if there is none
    Conversation open(NotifySettings settings) throws IOException;

    /// {@return the address of its host}
    InetAddress host();

    /// {@return what to call it, for people}
    String display();

    /// A server, at an address of its own.
    ///
    /// @param address where it listens
    record Server(ServerAddress address) implements Recipient {

        @Override
        public Conversation open(NotifySettings settings) throws IOException {
            return settings.transport().open(address, settings.timeout());
        }

        @Override
        public InetAddress host() {
            return address.address();
        }

        @Override
        public String display() {
            return address.display();
        }
    }
}
