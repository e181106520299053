package io.github.dnscli.certifier.acme;

import java.util.Optional;
import java.util.function.Supplier;

/// A value that is made when it is needed first, and kept.
final class Once<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private Optional<T> made = Optional.empty();

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        if (made.isEmpty()) {
            made = Optional.of(maker.get());
        }
        return made.get();
    }
}
