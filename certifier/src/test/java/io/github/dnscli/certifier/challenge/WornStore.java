package io.github.dnscli.certifier.challenge;

import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.certifier.state.StateStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// A store on a worn disk.
///
/// @param kept what is in it
/// @param room how many challenges there is room for
/// @param unreadable the text that cannot be read
record WornStore(MemoryStore kept, int room, String unreadable) implements StateStore {

    @Override
    public Optional<String> read(String name) throws IOException {
        if (name.equals(unreadable)) {
            throw new IOException("'%s' cannot be read".formatted(name));
        }
        return kept.read(name);
    }

    @Override
    public void write(String name, String text) throws IOException {
        if (kept.names("challenges").size() == room) {
            throw new IOException("the disk is full");
        }
        kept.write(name, text);
    }

    @Override
    public void remove(String name) {
        kept.remove(name);
    }

    @Override
    public List<String> names(String folder) {
        return kept.names(folder);
    }
}
