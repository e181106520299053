package io.github.dnscli.gitstore;

import io.github.dnscli.gitstore.repository.Revision;
import io.github.dnscli.gitstore.repository.ZoneRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// Remembers up to which commit of the remote the journal has been compared with it, so that a start need not look through
/// all of a long history.
///
/// @param file where that is written down
/// @param repository where the commits are
record Settled(Path file, ZoneRepository repository) {

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{40}");

    /// {@return the commit; empty if that is not known, or the commit is gone}
    Optional<Revision> last() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file);
        return ID.matcher(text).matches()
                ? Optional.of(new Revision(text)).filter(this::isThere)
                : Optional.empty();
    }

    private boolean isThere(Revision revision) {
        try {
            repository.message(revision);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// Remembers a commit.
    ///
    /// @throws IOException if it cannot be written down
    void at(Revision revision) throws IOException {
        Files.writeString(file, revision.id());
    }
}
