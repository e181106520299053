package io.github.dnscli.gitstore.repository;

import java.util.Optional;
import org.eclipse.jgit.transport.Transport;

/// The git protocol by itself, which neither proves who one is nor hides anything.
record PlainLine(Transport transport) implements Line {

    @Override
    public Optional<String> reason(Throwable failure) {
        return Optional.empty();
    }
}
