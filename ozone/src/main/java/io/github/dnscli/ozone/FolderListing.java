package io.github.dnscli.ozone;

import io.github.dnscli.common.text.FileRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What lies right in a folder, as the server sees it too: zone files, key files, and things that are neither.
///
/// @param disk where it is
/// @param folder what the user calls it
record FolderListing(Disk disk, String folder) {

    /// {@return each file and folder in it, by name}
    ///
    /// @throws IOException if it cannot be listed
    List<Item> items() throws IOException {
        var inclusions = inclusions();
        var items = new ArrayList<Item>();
        for (var path : paths()) {
            items.add(item(path, inclusions));
        }
        return items;
    }

    /// {@return the names of the files in it}
    ///
    /// @throws IOException if it cannot be listed
    List<String> files() throws IOException {
        return paths().stream().filter(Files::isRegularFile).map(this::label).toList();
    }

    private List<Path> paths() throws IOException {
        try (Stream<Path> paths = Files.list(disk.path(folder))) {
            return paths.sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String label(Path path) {
        String name = path.getFileName().toString();
        if (folder.equals(".")) {
            return name;
        }
        return folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    private Item item(Path path, Inclusions inclusions) {
        String label = label(path);
        if (Files.isDirectory(path)) {
            return passedOver(label, "it is a folder");
        }
        if (!Files.isRegularFile(path)) {
            return passedOver(label, "it is not a file");
        }
        return switch (FileRole.of(path.getFileName().toString())) {
            case FileRole.Foreign(var reason) -> passedOver(label, reason);
            case FileRole.Keys _ -> Candidate.alone(disk.text(label), false);
            case FileRole.ZoneText _ ->
                    inclusions
                            .wholeOf(path.normalize().toString())
                            .map(
                                    whole ->
                                            passedOver(
                                                    label,
                                                    "it is a part of '"
                                                            + label(Path.of(whole))
                                                            + "'"))
                            .orElseGet(() -> Candidate.alone(disk.text(label), false));
        };
    }

    static Item passedOver(String label, String reason) {
        return new Item.Settled(new Inspected.PassedOver(label, reason));
    }

    private Inclusions inclusions() throws IOException {
        var names = new LinkedHashMap<String, List<String>>();
        for (var path : paths()) {
            boolean candidate =
                    Files.isRegularFile(path)
                            && Files.isReadable(path)
                            && FileRole.of(path.getFileName().toString())
                                    instanceof FileRole.ZoneText;
            if (candidate) {
                try (var text = Files.newInputStream(path)) {
                    var included = IncludeLines.in(text);
                    if (!included.isEmpty()) {
                        names.put(path.normalize().toString(), included);
                    }
                }
            }
        }
        return new Inclusions(names, FolderListing::beside);
    }

    private static Optional<String> beside(String file, String name) {
        try {
            return Optional.of(Path.of(file).resolveSibling(name).normalize().toString());
        } catch (InvalidPathException _) {
            return Optional.empty(); // no file here can have that name; the reader will say so
        }
    }
}
