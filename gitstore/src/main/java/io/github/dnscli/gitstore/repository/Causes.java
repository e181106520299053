package io.github.dnscli.gitstore.repository;

import java.util.Optional;
import java.util.stream.Stream;

/// What lies behind an exception.
final class Causes {

    /// More would be a loop.
    private static final int MOST = 20;

    private Causes() {}

    /// {@return an exception and its causes, the deepest last}
    static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(MOST);
    }

    /// {@return the first of a kind}
    static <T> Optional<T> first(Throwable failure, Class<T> kind) {
        return of(failure).filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
