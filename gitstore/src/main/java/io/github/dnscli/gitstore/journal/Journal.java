package io.github.dnscli.gitstore.journal;

import io.github.dnscli.gitstore.merge.ZoneEdit;
import io.github.dnscli.server.state.ZoneChange;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// Acknowledged changes that the remote repository does not have yet, in a folder: a lock, and a file that grows entry by
/// entry and is written anew when most of it is about changes that have gone. Used by several threads.
public final class Journal implements AutoCloseable {

    private static final String FILE = "edits";
    private static final String NEW_FILE = "edits.new";
    private static final long MUCH = 1 << 20;
    private static final long LITTLE = 1 << 16;

    private final Path folder;
    private final FolderLock lock;
    private final PendingEdits edits = new PendingEdits();
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock tidying = new ReentrantLock();
    private String id = "";
    private JournalFile file;

    /// The file is not written anew before it has this size, as after a failure.
    private long patience;

    private Journal(Path folder, FolderLock lock) throws IOException {
        this.folder = folder;
        this.lock = lock;
        var path = folder.resolve(FILE);
        if (!Files.exists(path)) {
            JournalFile.create(folder.resolve(NEW_FILE), JournalHead.fresh(), List.of())
                    .named(path)
                    .close();
        }
        this.file = JournalFile.open(path, this::begin, edits::follow);
    }

    private void begin(JournalHead head) {
        id = head.id();
        edits.startAt(head.next());
    }

    /// {@return the journal in a folder, made if there is none, for its owner alone; a last edit that was written only in
    /// part, and so never acknowledged, is dropped}
    ///
    /// @throws IOException if it cannot be read, is damaged elsewhere than at its end, or another process has it open
    public static Journal open(Path folder) throws IOException {
        Files.createDirectories(folder, ownerOnly());
        var lock = FolderLock.of(folder);
        try {
            return new Journal(folder, lock);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /// {@return what distinguishes the numbers of this journal from those of all others: 16 hexadecimal digits}
    public String id() {
        return id;
    }

    /// {@return the edits in it, in the order of their numbers, but those that were put back in front}; never waits for
    /// the disk
    public List<ZoneEdit> edits() {
        return edits.toList();
    }

    /// Writes a change down, durably when this returns.
    ///
    /// @return what was written down, with its number, which no other edit has or will have
    /// @throws IOException if it cannot be written; then it is not in the journal, also after a restart
    public ZoneEdit append(ZoneChange change, Instant time) throws IOException {
        writing.lock();
        try {
            var edit = ZoneEdit.of(edits.takeNumber(), time, change);
            write(new Entry.Added(edit));
            return edit;
        } finally {
            writing.unlock();
        }
    }

    /// Writes edits down again that were thought to be elsewhere, in front of all others, under numbers of their own.
    ///
    /// @throws IOException if they cannot be written; then none of them is
    public void putBack(List<ZoneEdit> back) throws IOException {
        if (back.isEmpty()) {
            return;
        }
        writing.lock();
        try {
            write(
                    new Entry.PutBack(
                            back.stream().map(edit -> edit.numbered(edits.takeNumber())).toList()));
        } finally {
            writing.unlock();
        }
    }

    /// Forgets edits that are elsewhere now. Their room on the disk comes free in time.
    ///
    /// @param numbers of edits; unknown ones do no harm
    /// @throws IOException if that cannot be written down; then nothing is forgotten
    public void remove(Collection<Long> numbers) throws IOException {
        writing.lock();
        try {
            var known = edits.known(numbers);
            if (known.isEmpty()) {
                return;
            }
            write(new Entry.Removed(known));
        } finally {
            writing.unlock();
        }
        tidy();
    }

    /// Makes sure that no number up to this one is given out any more: it was by a journal that this one is a copy of.
    ///
    /// @throws IOException if that cannot be written down
    public void passOver(long number) throws IOException {
        writing.lock();
        try {
            if (number >= edits.next()) {
                write(new Entry.Removed(List.of(number)));
            }
        } finally {
            writing.unlock();
        }
    }

    private void write(Entry entry) throws IOException {
        file.append(entry);
        edits.follow(entry);
    }

    private void tidy() {
        if (!tidying.tryLock()) {
            return;
        }
        try {
            if (isWorthTidying()) {
                rewrite();
            }
        } catch (IOException _) {
            // All is in the old file still, which has room for more or says so itself.
        } finally {
            tidying.unlock();
        }
    }

    private boolean isWorthTidying() {
        writing.lock();
        try {
            long size = file.size();
            long garbage = edits.garbage(size);
            boolean isWorth =
                    garbage > MUCH && garbage > size / 2 || edits.isEmpty() && size > LITTLE;
            if (!isWorth || size < patience) {
                return false;
            }
            patience = 2 * size;
            return true;
        } finally {
            writing.unlock();
        }
    }

    /// What takes long is done while others go on writing.
    private void rewrite() throws IOException {
        var kept = new ArrayList<Entry>();
        JournalHead head;
        long since;
        long before;
        writing.lock();
        try {
            edits.toList().forEach(edit -> kept.add(new Entry.Added(edit)));
            head = new JournalHead(id, edits.next());
            since = file.size();
            before = edits.written();
        } finally {
            writing.unlock();
        }
        var fresh = JournalFile.create(folder.resolve(NEW_FILE), head, kept);
        writing.lock();
        try {
            var old = file;
            file = fresh.inPlaceOf(old, since);
            patience = 0;
            edits.rewritten(kept.size(), before);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        writing.lock();
        try (lock) {
            file.close();
        } finally {
            writing.unlock();
        }
    }
}
