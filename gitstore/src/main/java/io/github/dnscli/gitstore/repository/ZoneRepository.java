package io.github.dnscli.gitstore.repository;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/// A bare repository on the local disk that follows one branch of a remote one. Used by one thread at a time, but for what
/// reads commits and contents; by one process at a time, which the caller sees to.
public final class ZoneRepository implements AutoCloseable {

    private static final String REMOTE_BRANCHES = Constants.R_REMOTES + "origin/";

    private final Repository repository;
    private final Branches branches;
    private final Remote remote;
    private final History history;
    private final CommitWriter writer;
    private final Tidying tidying;

    private ZoneRepository(Remote remote, CommitSettings commits) {
        this.remote = remote;
        this.repository = remote.repository();
        this.branches = new Branches(repository);
        this.history = new History(repository);
        this.writer = new CommitWriter(repository, commits);
        this.tidying = new Tidying(repository);
    }

    /// {@return the repository in a folder, made if there is none}
    ///
    /// @throws IOException if it cannot be opened, follows another remote or branch already, or if the key for signing
    ///     cannot be used; the message is for people
    public static ZoneRepository open(
            Path folder, RemoteAddress remote, RemoteAccess access, CommitSettings commits)
            throws IOException {
        return open(folder, remote, access, commits, Surroundings.of(System.getenv()));
    }

    static ZoneRepository open(
            Path folder,
            RemoteAddress address,
            RemoteAccess access,
            CommitSettings commits,
            Surroundings surroundings)
            throws IOException {
        var repository = RepositoryFolder.open(folder);
        var remote = new Remote(repository, address, access, surroundings);
        var opened = new ZoneRepository(remote, commits);
        try {
            opened.follow(folder, address);
            opened.writer.tryKey();
            return opened;
        } catch (IOException trouble) {
            opened.close();
            throw trouble;
        }
    }

    private void follow(Path folder, RemoteAddress address) throws IOException {
        requireSame(folder, branches.remote(), Optional.of(address.repository()));
        requireSame(folder, branches.followed(), address.branch());
        if (branches.remote().isEmpty()) {
            branches.followRemote(address.repository());
        }
        if (branches.followed().isEmpty() && address.branch().isPresent()) {
            branches.follow(address.branch().get());
        }
    }

    private static void requireSame(Path folder, Optional<String> before, Optional<String> wished)
            throws IOException {
        if (before.isPresent() && wished.isPresent() && !before.equals(wished)) {
            throw new IOException(
                    "'%s' follows '%s' and not '%s': use another folder for the latter by --state"
                            .formatted(folder, before.get(), wished.get()));
        }
    }

    /// {@return the name of the branch; empty as long as nothing was fetched and the user named none}
    public Optional<String> branch() {
        return branches.followed();
    }

    /// {@return where the remote branch was when it was fetched or pushed last}
    public Optional<Revision> remoteHead() throws IOException {
        return at(REMOTE_BRANCHES);
    }

    /// {@return where our own branch is: the remote's, and commits that it does not have yet}
    public Optional<Revision> head() throws IOException {
        return at(Constants.R_HEADS);
    }

    private Optional<Revision> at(String folder) throws IOException {
        return branch().isEmpty()
                ? Optional.empty()
                : branches.at(folder + branch().get()).map(History::revision);
    }

    /// Moves our own branch, wherever it was.
    ///
    /// @throws IllegalStateException if no branch is known yet, because nothing was fetched
    public void setHead(Revision revision) throws IOException {
        branches.move(Constants.R_HEADS + knownBranch(), History.id(revision));
    }

    private String knownBranch() {
        return branch().orElseThrow(() -> new IllegalStateException("nothing was fetched yet"));
    }

    /// Asks the remote for its branch.
    ///
    /// @throws RemoteTrouble if it cannot be reached, turns us away, or has no such branch
    /// @throws IOException if the local disk makes trouble
    public Fetched fetch() throws IOException {
        if (branch().isEmpty()) {
            branches.follow(remote.headBranch());
        }
        var before = remoteHead();
        remote.fetchBranch(knownBranch(), REMOTE_BRANCHES + knownBranch());
        var after = remoteHead().orElseThrow();
        boolean isRewritten = before.isPresent() && !history.isWithin(before.get(), after);
        return new Fetched(before, after, isRewritten);
    }

    /// Asks the remote to move its branch to a commit that grows from where it was last.
    ///
    /// @throws RemoteTrouble if it cannot be reached or turns us away
    /// @throws IllegalStateException if nothing was fetched yet
    public Pushed push(Revision revision) throws IOException {
        String ref = Constants.R_HEADS + knownBranch();
        var before = remoteHead().map(History::id).orElse(ObjectId.zeroId());
        var pushed = remote.push(ref, before, History.id(revision));
        if (pushed instanceof Pushed.Landed) {
            branches.move(REMOTE_BRANCHES + knownBranch(), History.id(revision));
        }
        return pushed;
    }

    /// {@return the files at the top of a commit}
    public List<StoredFile> files(Revision revision) throws IOException {
        return history.files(revision);
    }

    /// {@return a file of a commit, anywhere in it}
    ///
    /// @param path with `/` between folders
    public Optional<StoredFile> file(Revision revision, String path) throws IOException {
        return history.file(revision, path);
    }

    /// {@return the content of a file}
    public byte[] content(String blob) throws IOException {
        return history.content(blob);
    }

    /// {@return a new commit, durably on the disk when this returns; no branch moves}
    public Revision commit(NewCommit commit) throws IOException {
        return writer.write(commit);
    }

    /// {@return the message of a commit}
    public String message(Revision revision) throws IOException {
        return history.message(revision);
    }

    /// {@return the author's name of a commit}
    public String author(Revision revision) throws IOException {
        return history.author(revision);
    }

    /// {@return the first parent of a commit}
    public Optional<Revision> parent(Revision revision) throws IOException {
        return history.parent(revision);
    }

    /// {@return the commits that one has among its ancestors, itself included, and another has not; the oldest first}
    public List<Revision> between(Optional<Revision> without, Revision from) throws IOException {
        return history.between(without, from);
    }

    /// {@return the versions of a file, the newest first, each once as long as it stays the same; along first parents}
    ///
    /// @param most how many commits to look at
    public List<StoredFile> versions(Revision from, String path, int most) throws IOException {
        return history.versions(from, path, most);
    }

    /// Attaches a note to a commit, in place of an older one, and pushes it: in `refs/notes/oserve`, where
    /// `git log --notes=oserve` finds it.
    ///
    /// @throws RemoteTrouble if the remote does not take it
    public void note(Revision revision, String text) throws IOException {
        new Notes(branches, remote, writer).attach(revision, text);
    }

    /// Packs what lies around, and drops what nothing has led to for a day, if there is enough of it.
    ///
    /// @return whether there was
    public boolean tidy() throws IOException {
        return tidying.tidy();
    }

    @Override
    public void close() {
        repository.close();
    }
}
