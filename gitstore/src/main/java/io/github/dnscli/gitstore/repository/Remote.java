package io.github.dnscli.gitstore.repository;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;

/// The repository elsewhere, asked over a fresh line each time.
///
/// @param repository ours
/// @param address where the other is
/// @param access how to get at it
/// @param surroundings whose keys and settings may be used
record Remote(
        Repository repository,
        RemoteAddress address,
        RemoteAccess access,
        Surroundings surroundings) {

    private static final String EMPTY = "it is empty: commit and push a zone file first";
    private static final int MOST_NAMED = 10;

    /// A question.
    @FunctionalInterface
    private interface Question<T> {
        T ask(Transport transport) throws IOException;
    }

    private <T> T ask(Question<T> question) throws RemoteTrouble {
        var explanation = new Explanation(address, access);
        Line line;
        try {
            line = open();
        } catch (IOException failure) {
            throw explanation.of(failure);
        }
        try (line) {
            line.transport().setTimeout(Math.toIntExact(Math.max(1, access.timeout().toSeconds())));
            line.transport().setTagOpt(TagOpt.NO_TAGS);
            // What is sent is what is new, and not the whole of a large zone.
            line.transport().setPushThin(true);
            return apart(() -> question.ask(line.transport()));
        } catch (RemoteTrouble trouble) {
            throw trouble;
        } catch (IOException | IllegalThreadStateException failure) {
            // The latter: JGit asks for the exit status of a process that has closed its pipes and
            // not quite ended.
            throw explanation.of(failure, line);
        }
    }

    /// Asks in a virtual thread: only there can JGit end the wait for a socket.
    private static <T> T apart(Callable<T> question) throws IOException {
        var task = new FutureTask<>(question);
        Thread.ofVirtual().name("git-remote").start(task);
        try {
            return task.get();
        } catch (InterruptedException interrupted) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException trouble -> throw trouble;
                case RuntimeException fault -> throw fault;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }

    private Line open() throws IOException {
        var uri = address.uri();
        if (address.isLocal()) {
            return LocalLine.open(repository, Path.of(uri.getPath()), access.timeout());
        }
        return switch (uri.getScheme()) {
            case "http", "https" -> HttpLine.open(repository, uri, access);
            case "git" -> new PlainLine(Transport.open(repository, uri));
            case null, default -> SshLine.open(repository, uri, access, surroundings);
        };
    }

    /// {@return the name of the branch that the remote's HEAD names}
    String headBranch() throws RemoteTrouble {
        var head = refs(new RefSpec(Constants.HEAD)).findFirst();
        if (head.isEmpty() || head.get().getObjectId() == null) {
            throw trouble(EMPTY);
        }
        if (!head.get().isSymbolic()) {
            throw trouble("its HEAD names no branch: name one as %s#BRANCH".formatted(address));
        }
        return Repository.shortenRefName(head.get().getTarget().getName());
    }

    /// Fetches a branch.
    ///
    /// @param ours the ref for it here
    /// @throws IOException if it cannot be written here
    void fetchBranch(String name, String ours) throws IOException {
        String ref = Constants.R_HEADS + name;
        try {
            fetch(new RefSpec("+" + ref + ":" + ours));
        } catch (RemoteTrouble trouble) {
            // JGit says it in words alone, and it is the one trouble that has the branch in them.
            throw Explanation.words(trouble).contains(ref) ? noBranch(name) : trouble;
        }
    }

    private RemoteTrouble noBranch(String name) throws RemoteTrouble {
        var branches =
                refs(new RefSpec(Constants.R_HEADS + "*:" + Constants.R_HEADS + "*"))
                        .map(ref -> Repository.shortenRefName(ref.getName()))
                        .sorted()
                        .limit(MOST_NAMED)
                        .toList();
        return branches.isEmpty()
                ? trouble(EMPTY)
                : trouble(
                        "it has no branch '%s', but %s"
                                .formatted(name, String.join(", ", branches)));
    }

    /// Fetches what a pattern says.
    ///
    /// @throws IOException if it cannot be written here
    void fetch(RefSpec spec) throws IOException {
        var result = ask(transport -> transport.fetch(NullProgressMonitor.INSTANCE, List.of(spec)));
        var branches = new Branches(repository);
        for (var update : result.getTrackingRefUpdates()) {
            branches.require(update.getLocalName(), update.getResult());
        }
    }

    private Stream<Ref> refs(RefSpec spec) throws RemoteTrouble {
        return ask(
                transport -> {
                    try (var connection = transport.openFetch(List.of(spec))) {
                        // Servers of an older protocol show all.
                        return connection.getRefs().stream()
                                .filter(ref -> spec.matchSource(ref.getName()));
                    }
                });
    }

    /// {@return where a ref of the remote is}
    Optional<ObjectId> find(String ref) throws RemoteTrouble {
        return refs(new RefSpec(ref)).map(Ref::getObjectId).findFirst();
    }

    /// Asks for a ref of the remote to be moved to a commit that grows from where it was.
    ///
    /// @param before where it was; the zero id if it was nowhere
    Pushed push(String ref, ObjectId before, ObjectId after) throws RemoteTrouble {
        return ask(
                transport -> {
                    var update =
                            new RemoteRefUpdate(repository, null, after, ref, false, null, before);
                    var result = transport.push(NullProgressMonitor.INSTANCE, List.of(update));
                    return outcome(result.getRemoteUpdate(ref), result.getMessages(), before);
                });
    }

    private Pushed outcome(RemoteRefUpdate update, String words, ObjectId before)
            throws RemoteTrouble {
        return switch (update.getStatus()) {
            case OK, UP_TO_DATE -> new Pushed.Landed();
            case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED -> new Pushed.Overtaken();
            case REJECTED_OTHER_REASON -> rejected(update, words, before);
            case NOT_ATTEMPTED, NON_EXISTING, REJECTED_NODELETE, AWAITING_REPORT ->
                    throw trouble("it did not say what became of a push");
        };
    }

    /// Whoever pushes at the same time may be between our look at the remote and its own: that comes as one of many words.
    private Pushed rejected(RemoteRefUpdate update, String words, ObjectId before)
            throws RemoteTrouble {
        if (!find(update.getRemoteName()).equals(Optional.of(before))) {
            return new Pushed.Overtaken();
        }
        String reason = update.getMessage() == null ? "it is refused" : update.getMessage();
        return new Pushed.Rejected(Words.plain(reason + "\n" + words));
    }

    /// {@return a trouble that comes without an exception}
    RemoteTrouble trouble(String reason) {
        return new Explanation(address, access).of(new IOException(reason));
    }
}
