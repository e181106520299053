package io.github.dnscli.gitstore.reading;

import java.io.IOException;
import java.util.List;

/// The files at the top of a folder or of a commit, at one moment.
public interface FileTree {

    /// {@return the files and whatever else is there, the plainest names first, so that the same look always sees them in
    /// the same order}
    ///
    /// @throws IOException if they cannot be listed
    List<? extends TreeFile> files() throws IOException;
}
