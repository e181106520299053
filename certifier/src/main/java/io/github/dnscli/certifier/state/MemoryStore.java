package io.github.dnscli.certifier.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// Texts that end with the process: for trials and tests.
public final class MemoryStore implements StateStore {

    private final Map<String, String> texts = new ConcurrentSkipListMap<>();

    /// Makes a store without any text.
    public MemoryStore() {}

    @Override
    public Optional<String> read(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    @Override
    public void write(String name, String text) {
        texts.put(name, text);
    }

    @Override
    public void remove(String name) {
        texts.remove(name);
    }

    @Override
    public List<String> names(String folder) {
        String start = folder + "/";
        return texts.keySet().stream()
                .filter(name -> name.startsWith(start))
                .map(name -> name.substring(start.length()))
                .toList();
    }

    /// Tells names only: the texts may be secrets.
    @Override
    public String toString() {
        return texts.keySet().toString();
    }
}
