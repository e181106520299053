package io.github.dnscli.testkit;

import io.github.dnscli.common.transport.ServerAddress;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/// OpenSSH's server on a loopback port, for the user who runs the tests, with a host key of its own. It lets in whoever
/// has the key that it comes with; others by [#authorize].
public final class SshServer implements AutoCloseable {

    /// Where the server wants an empty folder when it is run by root.
    private static final Path PRIVILEGE_SEPARATION = Path.of("/run/sshd");

    private final ServerProcess process;

    private SshServer(ServerProcess process) {
        this.process = process;
    }

    /// {@return a running server}; skips the test when sshd is not installed
    ///
    /// @throws IOException if it does not start; the message holds its output
    public static SshServer start() throws IOException {
        var program = Peer.SSHD.require();
        int port = FreePort.any();
        var folder = Files.createTempDirectory("dnscli-sshd-");
        makeKey(folder, "host_key");
        makeKey(folder, "client_key");
        Files.copy(folder.resolve("client_key.pub"), folder.resolve("authorized_keys"));
        var configuration = folder.resolve("sshd_config");
        Files.writeString(configuration, configuration(folder, port));
        Files.writeString(folder.resolve("known_hosts"), knownHost(folder, port));
        if ("root".equals(System.getProperty("user.name"))) {
            Files.createDirectories(PRIVILEGE_SEPARATION);
        }
        var command = List.of(program.toString(), "-D", "-e", "-f", configuration.toString());
        return new SshServer(
                ServerProcess.start(folder, port, command, SshServer::takesConnections));
    }

    private static void makeKey(Path folder, String name) throws IOException {
        var program = Peer.SSH_KEYGEN.require().toString();
        var command = List.of(program, "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", name);
        ServerProcess.runToEnd(folder, "", command);
    }

    /// Git, which the server runs, is as free from the settings of whoever runs the tests as [Git] is.
    private static String configuration(Path folder, int port) {
        return """
        ListenAddress 127.0.0.1:%2$d
        HostKey %1$s/host_key
        PidFile none
        AuthorizedKeysFile %1$s/authorized_keys
        StrictModes no
        UsePAM no
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        LogLevel VERBOSE
        MaxStartups 100
        SetEnv PATH=%3$s GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
        """
                .formatted(folder, port, System.getenv("PATH"));
    }

    private static String knownHost(Path folder, int port) throws IOException {
        return "[127.0.0.1]:" + port + " " + Files.readString(folder.resolve("host_key.pub"));
    }

    private static boolean takesConnections(ServerAddress address) {
        try (var socket = new Socket(address.address(), address.port())) {
            return socket.getInputStream().read() == 'S';
        } catch (IOException _) {
            return false;
        }
    }

    /// {@return its port on 127.0.0.1}
    public int port() {
        return process.address().port();
    }

    /// {@return who one is there}
    public String user() {
        return System.getProperty("user.name");
    }

    /// {@return the URL of a repository}
    public String url(Path repository) {
        return "ssh://%s@127.0.0.1:%d%s".formatted(user(), port(), repository.toAbsolutePath());
    }

    /// {@return the fingerprint of its host key, `SHA256:…`}
    ///
    /// @throws IOException if the key is gone
    public String fingerprint() throws IOException {
        String key = Files.readString(process.folder().resolve("host_key.pub")).split(" ")[1];
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(key));
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// {@return a file with the one line about its host key}
    public Path knownHosts() {
        return process.folder().resolve("known_hosts");
    }

    /// {@return the file with the private key that it lets in}
    public Path clientKey() {
        return process.folder().resolve("client_key");
    }

    /// Lets another key in.
    ///
    /// @param publicKey in the form of OpenSSH's files
    /// @throws IOException if it cannot be written down
    public void authorize(String publicKey) throws IOException {
        Files.writeString(
                process.folder().resolve("authorized_keys"),
                publicKey.strip() + "\n",
                StandardOpenOption.APPEND);
    }

    /// {@return git that is let in here}
    public Git reachedBy(Git git) {
        return git.with(
                "GIT_SSH_COMMAND",
                "ssh -F none -o IdentitiesOnly=yes -o IdentityFile=%s -o UserKnownHostsFile=%s"
                        .formatted(clientKey(), knownHosts()));
    }

    /// {@return what it has said}
    ///
    /// @throws IOException if its log is gone
    public String output() throws IOException {
        return process.output();
    }

    /// Ends it, and the connections that stand.
    @Override
    public void close() throws IOException {
        process.close();
    }
}
