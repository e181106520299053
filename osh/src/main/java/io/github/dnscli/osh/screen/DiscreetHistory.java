package io.github.dnscli.osh.screen;

import io.github.dnscli.osh.history.Memory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jline.reader.History;
import org.jline.reader.impl.history.DefaultHistory;

/// The lines that one can go back to: as they are remembered, not as they were typed.
final class DiscreetHistory extends DefaultHistory {

    private final Memory memory;
    private Optional<String> latest = Optional.empty();

    DiscreetHistory(Memory memory) {
        this.memory = memory;
    }

    void recall() {
        memory.recall().forEach(line -> super.add(Instant.EPOCH, line));
    }

    @Override
    public void add(Instant time, String line) {
        latest = memory.remembered(line);
        latest.ifPresent(kept -> super.add(time, kept));
    }

    /// Keeps the latest line for other sessions. JLine adds it while the cursor is still in it: what is said then about files
    /// that cannot be written would stand behind it.
    void keep() {
        latest.ifPresent(memory::keep);
        latest = Optional.empty();
    }

    List<String> lines() {
        return StreamSupport.stream(spliterator(), false).map(History.Entry::line).toList();
    }
}
