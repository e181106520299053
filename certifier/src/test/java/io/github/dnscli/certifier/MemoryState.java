package io.github.dnscli.certifier;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// A state that ends with the test.
final class MemoryState implements AuthorityState {

    private final Map<Item, String> kept = new EnumMap<>(Item.class);

    @Override
    public Optional<String> read(Item item) {
        return Optional.ofNullable(kept.get(item));
    }

    @Override
    public void write(Item item, String pem) {
        kept.put(item, pem);
    }

    void lose(Item item) {
        kept.remove(item);
    }
}
