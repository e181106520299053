package io.github.dnscli.gitstore.repository;

import java.nio.file.Files;
import java.util.Optional;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;

/// A repository that is reached by ssh.
final class SshLine implements Line {

    private final SshTransport transport;
    private final SshSessions sessions;
    private final RemoteAccess access;

    private SshLine(SshTransport transport, SshSessions sessions, RemoteAccess access) {
        this.transport = transport;
        this.sessions = sessions;
        this.access = access;
    }

    static SshLine open(
            Repository repository, URIish uri, RemoteAccess access, Surroundings surroundings)
            throws TransportException, NotSupportedException {
        requireKey(access);
        var transport = (SshTransport) Transport.open(repository, uri);
        var sessions = new SshSessions(access, surroundings);
        transport.setSshSessionFactory(sessions);
        return new SshLine(transport, sessions, access);
    }

    private static void requireKey(RemoteAccess access) throws TransportException {
        if (access.sshKey().orElse(null) instanceof SshKey.InFile(var path)
                && !Files.isReadable(path)) {
            throw new TransportException("the key '" + path + "' cannot be read");
        }
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public Optional<String> reason(Throwable failure) {
        if (sessions.isLate()) {
            return Optional.of(Explanation.silence(access.timeout()));
        }
        return sessions.refusedHostKey().or(() -> refusal(failure));
    }

    private Optional<String> refusal(Throwable failure) {
        return Causes.first(failure, SshException.class)
                .filter(
                        trouble ->
                                trouble.getDisconnectCode()
                                        == SshConstants
                                                .SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE)
                .map(_ -> "it does not let us in " + keys() + passphrase());
    }

    private String keys() {
        return access.sshKey()
                .map(
                        key ->
                                switch (key) {
                                    case SshKey.InFile(var path) -> "by the key '" + path + "'";
                                    case SshKey.Ed25519 _ -> "by the key that was given";
                                })
                .orElse("by the keys of ~/.ssh and of the agent: give one by --ssh-key FILE");
    }

    private String passphrase() {
        return sessions.wantsPassphrase()
                ? "; a key with a passphrase is used by way of an agent alone: see ssh-add"
                : "";
    }

    @Override
    public void close() {
        transport.close();
        sessions.close();
    }
}
