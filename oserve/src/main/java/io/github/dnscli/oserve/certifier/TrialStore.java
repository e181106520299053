package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.certifier.state.StateStore;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// What a state would become, were it written: what is kept is read, and nothing is written there.
///
/// @param kept what there is
/// @param written what would have been written since
/// @param removed what would have been removed since
record TrialStore(StateStore kept, MemoryStore written, Set<String> removed) implements StateStore {

    /// A trial on what there is.
    static TrialStore on(StateStore kept) {
        return new TrialStore(kept, new MemoryStore(), ConcurrentHashMap.newKeySet());
    }

    @Override
    public Optional<String> read(String name) throws IOException {
        var text = written.read(name);
        return text.isPresent() || removed.contains(name) ? text : kept.read(name);
    }

    @Override
    public void write(String name, String text) {
        written.write(name, text);
    }

    @Override
    public void remove(String name) {
        removed.add(name);
        written.remove(name);
    }

    @Override
    public List<String> names(String folder) throws IOException {
        var names = new HashSet<>(kept.names(folder));
        names.removeIf(name -> removed.contains(folder + "/" + name));
        names.addAll(written.names(folder));
        return List.copyOf(new TreeSet<>(names));
    }

    @Override
    public String toString() {
        return "a trial on " + kept;
    }
}
