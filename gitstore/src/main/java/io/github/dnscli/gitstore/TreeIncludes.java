package io.github.dnscli.gitstore;

import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.common.text.Includes;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Includes files of the same commit, and none from outside it. Zone files stand at its top, so that is what names are
/// relative to.
///
/// @param tree the commit
record TreeIncludes(GitTree tree) implements Includes {

    @Override
    public Included open(String file) {
        try {
            var path = Path.of(file).normalize();
            if (path.isAbsolute() || path.startsWith("..")) {
                return new Included.Outside("the repository");
            }
            var found = tree.file(path.toString());
            if (found.isEmpty()) {
                return new Included.Missing("does not exist");
            }
            return found.get().isRegular()
                    ? new Included.Opened(found.get().text(), path.toString())
                    : new Included.Missing("is not a file");
        } catch (InvalidPathException _) {
            return new Included.Missing("is not the name of a file");
        } catch (IOException e) {
            return new Included.Missing("cannot be read: " + IoTrouble.describe(e));
        }
    }
}
