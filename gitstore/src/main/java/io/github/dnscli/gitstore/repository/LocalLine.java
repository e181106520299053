package io.github.dnscli.gitstore.repository;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession2;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;

/// A repository on this machine, served by the git of this machine. JGit would serve it within this process, but not run
/// its hooks.
final class LocalLine implements Line {

    /// How much longer than a remote that is silent one may take that works: as JGit has it for a remote that unpacks.
    private static final int PATIENCE = 10;

    /// What tells git which repository it is in: set where we are run by a hook.
    private static final List<String> VARIABLES =
            List.of(
                    "GIT_DIR",
                    "GIT_WORK_TREE",
                    "GIT_INDEX_FILE",
                    "GIT_OBJECT_DIRECTORY",
                    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
                    "GIT_QUARANTINE_PATH");

    private final Transport transport;
    private final Sessions sessions;

    private LocalLine(Transport transport, Sessions sessions) {
        this.transport = transport;
        this.sessions = sessions;
    }

    /// Opens one. For JGit it is one by ssh, whose sessions are processes here.
    static LocalLine open(Repository repository, Path remote, Duration timeout)
            throws TransportException, NotSupportedException {
        requireRepository(remote);
        requireGit();
        var uri = new URIish().setScheme("ssh").setHost("localhost").setPath(remote.toString());
        var transport = (SshTransport) Transport.open(repository, uri);
        var sessions = new Sessions(timeout.multipliedBy(PATIENCE));
        transport.setSshSessionFactory(sessions);
        transport.setOptionUploadPack("git upload-pack");
        transport.setOptionReceivePack("git receive-pack");
        return new LocalLine(transport, sessions);
    }

    private static void requireRepository(Path remote) throws TransportException {
        if (!Files.exists(remote)) {
            throw new TransportException("there is no such folder");
        }
        var folder = RepositoryCache.FileKey.resolve(remote.toFile(), FS.DETECTED);
        if (folder == null) {
            throw new TransportException("that is no git repository");
        }
    }

    private static void requireGit() throws TransportException {
        String path = System.getenv().getOrDefault("PATH", "");
        boolean found =
                Arrays.stream(path.split(File.pathSeparator))
                        .flatMap(
                                folder ->
                                        List.of("git", "git.exe").stream()
                                                .map(name -> Path.of(folder, name)))
                        .anyMatch(Files::isExecutable);
        if (!found) {
            throw new TransportException(
                    "a repository on this machine is served by git, which is not on the PATH:"
                            + " install git, or name the remote by an ssh or https URL");
        }
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public Optional<String> reason(Throwable failure) {
        return sessions.isLate
                ? Optional.of("git took longer than %s s".formatted(sessions.limit.toSeconds()))
                : Optional.empty();
    }

    private static final class Sessions extends SshSessionFactory {

        private final Duration limit;
        private volatile boolean isLate;

        Sessions(Duration limit) {
            this.limit = limit;
        }

        @Override
        public Session getSession(URIish uri, CredentialsProvider asks, FS fs, int timeout) {
            return new Session(this, fs);
        }

        @Override
        public String getType() {
            return "local";
        }
    }

    private record Session(Sessions sessions, FS fs) implements RemoteSession2 {

        @Override
        public Process exec(String command, int timeout) throws IOException {
            return exec(command, Map.of(), timeout);
        }

        @Override
        public Process exec(String command, Map<String, String> environment, int timeout)
                throws IOException {
            var builder = fs.runInShell("exec " + command, new String[0]);
            builder.environment().keySet().removeAll(VARIABLES);
            builder.environment().putAll(environment);
            var process = builder.start();
            // A pipe is not read with a limit: at its end, the other side of it goes.
            process.onExit()
                    .orTimeout(sessions.limit.toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionally(_ -> end(process));
            return process;
        }

        private Process end(Process process) {
            sessions.isLate = true;
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            return process.destroyForcibly();
        }

        @Override
        public void disconnect() {
            // Its process ends with the connection.
        }
    }
}
