package io.github.dnscli.gitstore.reading;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/// The files at the top of a folder or of a commit, at one moment.
public interface FileTree {

    /// The same name may be spelled by several files; the shortest file name is the plainest.
    Comparator<TreeFile> PLAINEST_FIRST =
            Comparator.<TreeFile>comparingInt(file -> file.name().length())
                    .thenComparing(TreeFile::name);

    /// {@return the files and whatever else is there, [#PLAINEST_FIRST]}
    ///
    /// @throws IOException if they cannot be listed
    List<? extends TreeFile> files() throws IOException;
}
