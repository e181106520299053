package io.github.dnscli.gitstore.repository;

import java.io.File;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.KeyPasswordProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.eclipse.jgit.transport.sshd.SshdSession;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.agent.ConnectorFactory;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/// Sessions of ssh for one repository: with the key that was given, or those of the user and the agent; the settings of
/// the user's `~/.ssh/config` apply.
final class SshSessions extends SshdSessionFactory {

    private final RemoteAccess access;
    private final Surroundings surroundings;
    private volatile Optional<HostKeys> hostKeys = Optional.empty();
    private final NoPassphrase passphrase = new NoPassphrase();
    private volatile boolean isLate;

    SshSessions(RemoteAccess access, Surroundings surroundings) {
        super(null, null);
        this.access = access;
        this.surroundings = surroundings;
        setHomeDirectory(surroundings.home().toFile());
    }

    /// The library waits two minutes for a server to take part in the handshake.
    @Override
    public SshdSession getSession(URIish uri, CredentialsProvider asks, FS fs, int milliseconds)
            throws TransportException {
        try (var deadline = Deadline.in(Duration.ofMillis(milliseconds))) {
            try {
                return super.getSession(uri, asks, fs, milliseconds);
            } finally {
                isLate = deadline.isOver();
            }
        }
    }

    @Override
    protected ServerKeyDatabase createServerKeyDatabase(File home, File ssh) {
        var keys = new HostKeys(access.hostKeys(), super.createServerKeyDatabase(home, ssh));
        hostKeys = Optional.of(keys);
        return keys;
    }

    @Override
    protected List<Path> getDefaultKnownHostsFiles(File ssh) {
        return access.knownHosts().map(List::of).orElse(super.getDefaultKnownHostsFiles(ssh));
    }

    @Override
    protected List<Path> getDefaultIdentities(File ssh) {
        return access.sshKey().map(SshSessions::files).orElse(super.getDefaultIdentities(ssh));
    }

    private static List<Path> files(SshKey key) {
        return switch (key) {
            case SshKey.InFile(var path) -> List.of(path.toAbsolutePath());
            case SshKey.Ed25519 _ -> List.of();
        };
    }

    @Override
    protected Iterable<KeyPair> getDefaultKeys(File ssh) {
        return access.sshKey().orElse(null) instanceof SshKey.Ed25519(var seed)
                ? List.of(pair(seed))
                : super.getDefaultKeys(ssh);
    }

    private static KeyPair pair(byte[] seed) {
        try {
            return JdkEd25519.pair(seed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    protected KeyPasswordProvider createKeyPasswordProvider(CredentialsProvider asks) {
        return passphrase;
    }

    /// Whoever gives a key means this one, and a server lets one try only a few.
    @Override
    protected @Nullable ConnectorFactory getConnectorFactory() {
        return access.sshKey().isPresent() ? null : new AgentSocket.Factory(surroundings.agent());
    }

    @Override
    protected String getDefaultPreferredAuthentications() {
        return "publickey";
    }

    /// Why the host key was refused, if it was.
    Optional<String> refusedHostKey() {
        return hostKeys.flatMap(HostKeys::refused);
    }

    /// Whether a key could not be used for its passphrase.
    boolean wantsPassphrase() {
        return passphrase.isWanted();
    }

    /// Whether the server took too long for the handshake.
    boolean isLate() {
        return isLate;
    }
}
