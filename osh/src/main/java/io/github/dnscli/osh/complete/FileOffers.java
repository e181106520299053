package io.github.dnscli.osh.complete;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Names of files.
final class FileOffers {

    private static final int MOST = 1000;

    private FileOffers() {}

    /// {@return the files and folders whose names begin as a word does; hidden ones only if it says so}
    ///
    /// @param folder what the word is relative to
    /// @param onlyFolders whether files are left out
    static List<Offer> of(Path folder, String begun, boolean onlyFolders) {
        int slash = begun.lastIndexOf('/') + 1;
        String path = begun.substring(0, slash);
        String name = begun.substring(slash);
        try (var entries = Files.list(folder.resolve(path).toAbsolutePath())) {
            return entries.filter(entry -> isMeant(name(entry), name))
                    .filter(entry -> !onlyFolders || Files.isDirectory(entry))
                    .sorted()
                    .limit(MOST)
                    .map(entry -> offer(path, entry))
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static boolean isMeant(String name, String begun) {
        return name.startsWith(begun) && (begun.startsWith(".") || !name.startsWith("."));
    }

    private static Offer offer(String path, Path entry) {
        return Files.isDirectory(entry)
                ? new Offer(path + name(entry) + "/", "folders", "", false)
                : new Offer(path + name(entry), "files", "", true);
    }

    private static String name(Path entry) {
        return String.valueOf(entry.getFileName());
    }
}
