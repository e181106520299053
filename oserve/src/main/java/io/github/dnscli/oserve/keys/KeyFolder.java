package io.github.dnscli.oserve.keys;

import io.github.dnscli.gitstore.reading.TreeFile;
import io.github.dnscli.oserve.folder.DiskFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// A folder of key files. When it cannot be listed, the files that it had are looked for by their names.
final class KeyFolder {

    private final Path folder;
    private final Predicate<String> isWanted;
    private List<Path> known = List.of();

    private KeyFolder(Path folder, Predicate<String> isWanted) {
        this.folder = folder;
        this.isWanted = isWanted;
    }

    /// {@return a folder with nothing but key files in it; hidden files and editors' backups are left alone}
    static KeyFolder of(Path folder) {
        return new KeyFolder(folder, name -> !name.startsWith(".") && !name.endsWith("~"));
    }

    /// {@return a folder of credentials, some of which are keys: those named `keys`, `*.keys` or `*_keys`}
    static KeyFolder ofCredentials(Path folder) {
        return new KeyFolder(folder, name -> name.matches("keys|.*[._]keys"));
    }

    /// {@return the files; among them one that says why, if they cannot be listed}
    List<TreeFile> files() {
        try {
            known = list();
            return files(known);
        } catch (IOException e) {
            var all = files(known);
            all.add(new UnreadableKeys(folder, e));
            return all;
        }
    }

    private static List<TreeFile> files(List<Path> paths) {
        return new ArrayList<>(paths.stream().map(DiskFile::new).toList());
    }

    private List<Path> list() throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(file -> isWanted.test(file.getFileName().toString()))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
