package io.github.dnscli.ozone.git;

import java.io.File;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/// The two names of a file: from the top of the repository on, as git knows it, and from the user's folder on.
///
/// @param prefix the user's folder from the top on, with a slash at its end; empty at the top
record RepositoryPaths(String prefix) {

    /// {@return the name of a file as the user would write it}
    String label(String path) {
        if (path.startsWith(prefix)) {
            return path.substring(prefix.length());
        }
        var up = new StringBuilder();
        String folder = prefix;
        while (!path.startsWith(folder)) {
            up.append("../");
            folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
        }
        return up + path.substring(folder.length());
    }

    /// {@return the path of what the user calls by a relative name; empty if that is not in the repository}
    Optional<String> path(String name) {
        Deque<String> parts = new ArrayDeque<>();
        String whole = prefix + name.replace(File.separatorChar, '/');
        for (String part : Arrays.asList(whole.split("/", -1))) {
            switch (part) {
                case "", "." -> {}
                case ".." -> {
                    if (parts.pollLast() == null) {
                        return Optional.empty();
                    }
                }
                default -> parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }
}
