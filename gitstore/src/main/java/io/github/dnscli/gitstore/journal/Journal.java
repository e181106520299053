package io.github.dnscli.gitstore.journal;

import io.github.dnscli.gitstore.merge.ZoneEdit;
import io.github.dnscli.gitstore.reading.Unwritten;
import io.github.dnscli.server.state.ZoneChange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// Acknowledged changes that the remote repository does not have yet. Used by several threads.
public final class Journal implements AutoCloseable {

    private Journal() {}

    /// {@return the journal in a folder, made if there is none; a last edit that was written only in part, and so never
    /// acknowledged, is dropped}
    ///
    /// @throws IOException if it cannot be read, is damaged elsewhere than at its end, or another process has it open
    public static Journal open(Path folder) throws IOException {
        return Unwritten.yet();
    }

    /// {@return what distinguishes the numbers of this journal from those of all others: 16 hexadecimal digits}
    public String id() {
        return Unwritten.yet();
    }

    /// {@return the edits in it, in the order of their numbers}
    public List<ZoneEdit> edits() {
        return Unwritten.yet();
    }

    /// Writes a change down, durably when this returns.
    ///
    /// @throws IOException if it cannot be written; then it is not in the journal, also after a restart
    public ZoneEdit append(ZoneChange change, Instant time) throws IOException {
        return Unwritten.yet();
    }

    /// Writes edits down again that were thought to be elsewhere, in front of all others, under numbers of their own.
    ///
    /// @throws IOException if they cannot be written
    public void putBack(List<ZoneEdit> edits) throws IOException {
        Unwritten.yet();
    }

    /// Forgets edits that are elsewhere now. Their room on the disk comes free in time.
    ///
    /// @param numbers of edits; unknown ones do no harm
    /// @throws IOException if that cannot be written down; then they may be there again after a restart
    public void remove(Collection<Long> numbers) throws IOException {
        Unwritten.yet();
    }

    @Override
    public void close() throws IOException {
        Unwritten.yet();
    }
}
