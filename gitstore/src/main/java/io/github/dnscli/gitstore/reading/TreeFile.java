package io.github.dnscli.gitstore.reading;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.text.Includes;
import io.github.dnscli.common.text.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A file of a tree.
public interface TreeFile {

    /// {@return the file as the user knows it}
    Path path();

    /// {@return its name, without the folders}
    default String name() {
        return path().getFileName().toString();
    }

    /// {@return whether it is a file, and no folder or link that leads nowhere}
    boolean isRegular();

    /// {@return what is the same as long as the content is, and another when it changes}
    ///
    /// @throws IOException if that takes reading the file, and it cannot be read
    String version() throws IOException;

    /// {@return the content}
    ///
    /// @throws IOException if it cannot be read
    Source text() throws IOException;

    /// {@return what opens the files that it includes}
    Includes includes();

    /// {@return what is wrong with the file if there are secrets in it}
    ///
    /// @throws IOException if that cannot be found out
    default Optional<Finding> exposure() throws IOException {
        return Optional.empty();
    }
}
