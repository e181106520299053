package io.github.dnscli.certifier.ledger;

import io.github.dnscli.certifier.state.StateStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// What is remembered of all signing requests, in memory and in a state: `requests/ID` each.
///
/// Nothing is written that has not changed. What cannot be written is remembered nonetheless, and written with the next
/// [#save]. May be used by several threads at once.
public final class Ledger {

    static final String FOLDER = "requests";

    private static final String DAMAGED = "damaged";

    private final StateStore state;
    private final Map<String, LedgerEntry> entries = new ConcurrentHashMap<>();
    private final Set<String> unsaved = ConcurrentHashMap.newKeySet();
    private final List<String> problems = new ArrayList<>();

    private Ledger(StateStore state) {
        this.state = state;
    }

    /// {@return the ledger that is kept in a state}; what is in it and makes no sense is moved to `damaged/ID`, and told by
    /// [#problems].
    ///
    /// @throws IOException if the state cannot be read at all
    public static Ledger open(StateStore state) throws IOException {
        var ledger = new Ledger(state);
        for (var id : state.names(FOLDER)) {
            ledger.load(id);
        }
        return ledger;
    }

    private void load(String id) {
        try {
            var text = state.read(name(id));
            if (text.isPresent()) {
                load(id, text.get());
            }
        } catch (IOException failure) {
            problems.add(String.valueOf(failure.getMessage()));
        }
    }

    private void load(String id, String text) throws IOException {
        switch (EntryReader.read(id, text)) {
            case ParsedEntry.Valid(var entry) -> entries.put(id, entry);
            case ParsedEntry.Invalid(var problem) -> {
                problems.add(
                        damage(id, problem)
                                + "; it is set aside as '%s/%s'".formatted(DAMAGED, id));
                state.write(DAMAGED + "/" + id, text);
                state.remove(name(id));
            }
        }
    }

    static String damage(String id, String problem) {
        return "what is remembered in '%s' cannot be read: %s".formatted(name(id), problem);
    }

    static String name(String id) {
        return FOLDER + "/" + id;
    }

    /// {@return what could not be read when it was opened, and why, for people}
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /// {@return what is remembered of a request}
    public Optional<LedgerEntry> entry(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /// {@return all that is remembered right now}
    public Collection<LedgerEntry> entries() {
        return List.copyOf(entries.values());
    }

    /// Remembers a change, durably before it returns.
    ///
    /// @param fresh what to change if nothing is remembered of the request yet
    /// @throws IOException if it cannot be written; it is remembered all the same
    public synchronized void change(LedgerEntry fresh, UnaryOperator<LedgerEntry> change)
            throws IOException {
        var id = fresh.id();
        var before = entry(id);
        var after = change.apply(before.orElse(fresh));
        if (!before.equals(Optional.of(after))) {
            entries.put(id, after);
            unsaved.add(id);
            save(id);
        }
    }

    /// Remembers nothing more of a request.
    ///
    /// @throws IOException if it cannot be forgotten for good
    public synchronized void forget(String id) throws IOException {
        entries.remove(id);
        unsaved.add(id);
        save(id);
    }

    /// Writes what could not be written before.
    ///
    /// @throws IOException if something still cannot
    public synchronized void save() throws IOException {
        for (var id : List.copyOf(unsaved)) {
            save(id);
        }
    }

    /// {@return whether everything remembered has been written}
    public boolean isSaved() {
        return unsaved.isEmpty();
    }

    private void save(String id) throws IOException {
        var entry = entry(id);
        if (entry.isPresent()) {
            state.write(name(id), EntryWriter.write(entry.get()));
        } else {
            state.remove(name(id));
        }
        unsaved.remove(id);
    }
}
