package io.github.dnscli.gitstore.repository;

import io.github.dnscli.gitstore.reading.Unwritten;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A bare repository on the local disk that follows one branch of a remote one. Used by one thread at a time, but for what
/// reads commits and contents.
public final class ZoneRepository implements AutoCloseable {

    private ZoneRepository() {}

    /// {@return the repository in a folder, made if there is none}
    ///
    /// @throws IOException if it cannot be opened, or follows another remote or branch already
    public static ZoneRepository open(
            Path folder, RemoteAddress remote, RemoteAccess access, CommitSettings commits)
            throws IOException {
        return Unwritten.yet();
    }

    /// {@return the name of the branch; empty as long as nothing was fetched and the user named none}
    public Optional<String> branch() {
        return Unwritten.yet();
    }

    /// {@return where the remote branch was when it was fetched or pushed last}
    public Optional<Revision> remoteHead() throws IOException {
        return Unwritten.yet();
    }

    /// {@return where our own branch is: the remote's, and commits that it does not have yet}
    public Optional<Revision> head() throws IOException {
        return Unwritten.yet();
    }

    /// Moves our own branch, wherever it was.
    public void setHead(Revision revision) throws IOException {
        Unwritten.yet();
    }

    /// Asks the remote for its branch.
    ///
    /// @throws RemoteTrouble if it cannot be reached, turns us away, or has no such branch
    /// @throws IOException if the local disk makes trouble
    public Fetched fetch() throws IOException {
        return Unwritten.yet();
    }

    /// Asks the remote to move its branch to a commit that grows from where it was last.
    ///
    /// @throws RemoteTrouble if it cannot be reached or turns us away
    public Pushed push(Revision revision) throws IOException {
        return Unwritten.yet();
    }

    /// {@return the files at the top of a commit}
    public List<StoredFile> files(Revision revision) throws IOException {
        return Unwritten.yet();
    }

    /// {@return a file of a commit, anywhere in it}
    ///
    /// @param path with `/` between folders
    public Optional<StoredFile> file(Revision revision, String path) throws IOException {
        return Unwritten.yet();
    }

    /// {@return the content of a file}
    public byte[] content(String blob) throws IOException {
        return Unwritten.yet();
    }

    /// {@return a new commit, durably on the disk when this returns; no branch moves}
    public Revision commit(NewCommit commit) throws IOException {
        return Unwritten.yet();
    }

    /// {@return the message of a commit}
    public String message(Revision revision) throws IOException {
        return Unwritten.yet();
    }

    /// {@return the author's name of a commit}
    public String author(Revision revision) throws IOException {
        return Unwritten.yet();
    }

    /// {@return the first parent of a commit}
    public Optional<Revision> parent(Revision revision) throws IOException {
        return Unwritten.yet();
    }

    /// {@return the commits that one has among its ancestors, itself included, and another has not; the oldest first}
    public List<Revision> between(Optional<Revision> without, Revision from) throws IOException {
        return Unwritten.yet();
    }

    /// {@return the versions of a file, the newest first, each once as long as it stays the same; along first parents}
    ///
    /// @param most how many commits to look at
    public List<StoredFile> versions(Revision from, String path, int most) throws IOException {
        return Unwritten.yet();
    }

    /// Attaches a note to a commit, in place of an older one, and pushes it.
    ///
    /// @throws RemoteTrouble if the remote does not take it
    public void note(Revision revision, String text) throws IOException {
        Unwritten.yet();
    }

    /// Packs what lies around and drops what nothing leads to, if there is enough of it.
    ///
    /// @return whether there was
    public boolean tidy() throws IOException {
        return Unwritten.yet();
    }

    @Override
    public void close() {
        Unwritten.yet();
    }
}
