package io.github.dnscli.oserve.status;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The socket through which a server tells how it stands: `status.sock` in its state folder, for its user alone.
///
/// @param path where it is, absolute
record SocketFile(Path path) {

    private static final String NAME = "status.sock";

    /// The name that it has until it is ready.
    private static final String UNREADY = "~";

    /// What an address has room for, on all systems (104 octets with an end on BSD, 108 on Linux), the unready name too.
    private static final int LONGEST = 102;

    /// {@return the socket of a state folder}
    ///
    /// @throws IOException if the folder's name is too long for it
    static SocketFile in(Path folder) throws IOException {
        var path = folder.toAbsolutePath().normalize().resolve(NAME);
        if (path.toString().getBytes(Charset.defaultCharset()).length > LONGEST) {
            throw new FileSystemException(
                    path.toString(),
                    null,
                    "the name is longer than the %s octets that a socket may have; a state folder with a shorter name would do"
                            .formatted(LONGEST));
        }
        return new SocketFile(path);
    }

    /// {@return a connection to the server}
    ///
    /// @throws IOException if none answers
    SocketChannel connect() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(path));
    }

    /// {@return the server's end}. A socket that a dead server has left behind is replaced, in one step.
    ///
    /// @throws IOException if a living server has it, or it cannot be made
    ServerSocketChannel listen() throws IOException {
        if (isAnswered()) {
            throw new IOException("another server answers at '" + path + "'");
        }
        Files.createDirectories(path.resolveSibling(""));
        var unready = path.resolveSibling(NAME + UNREADY);
        Files.deleteIfExists(unready);
        var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(unready));
            Files.setPosixFilePermissions(unready, PosixFilePermissions.fromString("rw-------"));
            Files.move(unready, path, StandardCopyOption.ATOMIC_MOVE);
            return channel;
        } catch (IOException trouble) {
            channel.close();
            Files.deleteIfExists(unready);
            throw trouble;
        }
    }

    private boolean isAnswered() {
        try (var channel = connect()) {
            return channel.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    /// Closes a channel when a time is over, if it is still open then: its sockets know no time limit.
    static void limit(Channel channel, Duration time) {
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(
                        () -> {
                            try {
                                channel.close();
                            } catch (IOException _) {
                                // It is of no use any more, either way.
                            }
                        });
    }
}
