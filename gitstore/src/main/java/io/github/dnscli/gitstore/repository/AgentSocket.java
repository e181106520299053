package io.github.dnscli.gitstore.repository;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.transport.sshd.agent.AbstractConnector;
import org.eclipse.jgit.transport.sshd.agent.Connector;
import org.eclipse.jgit.transport.sshd.agent.ConnectorFactory;
import org.jspecify.annotations.Nullable;

/// The way to the agent that keeps keys for ssh (draft-ietf-sshm-ssh-agent): messages with their length ahead, over a
/// Unix domain socket.
final class AgentSocket extends AbstractConnector {

    private final Optional<Path> path;
    private @Nullable SocketChannel channel;

    private AgentSocket(Optional<Path> path) {
        this.path = path;
    }

    @Override
    public boolean connect() throws IOException {
        if (channel == null && path.isPresent()) {
            channel = SocketChannel.open(UnixDomainSocketAddress.of(path.get()));
        }
        return channel != null;
    }

    @Override
    public byte[] rpc(byte command, byte[] message) throws IOException {
        if (channel == null) {
            throw new IOException("there is no agent");
        }
        prepareMessage(command, message);
        write(channel, ByteBuffer.wrap(message));
        int length = toLength(command, read(channel, Integer.BYTES));
        return read(channel, length);
    }

    private static void write(SocketChannel channel, ByteBuffer octets) throws IOException {
        while (octets.hasRemaining()) {
            channel.write(octets);
        }
    }

    private static byte[] read(SocketChannel channel, int length) throws IOException {
        var octets = ByteBuffer.allocate(length);
        while (octets.hasRemaining()) {
            if (channel.read(octets) < 0) {
                throw new EOFException("the agent has closed the connection");
            }
        }
        return octets.array();
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    /// Makes one for each session.
    ///
    /// @param usual the socket, but for hosts for which the settings of ssh name another
    record Factory(Optional<Path> usual) implements ConnectorFactory {

        /// What stands in the settings of ssh for the usual one.
        private static final String VARIABLE = "SSH_AUTH_SOCK";

        @Override
        public Connector create(@Nullable String named, File home) {
            boolean isNamed = named != null && !named.isEmpty() && !named.equals(VARIABLE);
            return new AgentSocket(isNamed ? Optional.of(Path.of(named)) : usual);
        }

        @Override
        public boolean isSupported() {
            return true;
        }

        @Override
        public String getName() {
            return "unix";
        }

        @Override
        public Collection<ConnectorDescriptor> getSupportedConnectors() {
            return List.of(getDefaultConnector());
        }

        @Override
        public ConnectorDescriptor getDefaultConnector() {
            return new ConnectorDescriptor() {
                @Override
                public String getIdentityAgent() {
                    return VARIABLE;
                }

                @Override
                public String getDisplayName() {
                    return "ssh-agent";
                }
            };
        }
    }
}
