package io.github.dnscli.ozone;

import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.FileRole;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The files and folders that the user names.
///
/// @param disk where they lie
/// @param options what the user said
record DiskSelection(Disk disk, OzoneOptions options) implements Selection {

    @Override
    public List<Item> items() throws IOException {
        var items = new ArrayList<Item>();
        var seen = new HashSet<Path>();
        for (String name : options.files()) {
            for (var item : items(name)) {
                if (isNew(item, seen)) {
                    items.add(item);
                }
            }
        }
        return items;
    }

    private boolean isNew(Item item, HashSet<Path> seen) throws FileSystemException {
        return switch (item) {
            case Candidate file ->
                    Disk.isStandardInput(file.file())
                            || seen.add(disk.path(file.file()).toAbsolutePath().normalize());
            case Item.Settled _ -> true;
        };
    }

    private List<Item> items(String name) throws FileSystemException {
        return disk.isFolder(name) ? inFolder(name) : List.of(named(name));
    }

    private Item named(String name) {
        var alone = Candidate.alone(disk.text(name), true);
        return switch (options.comparison()) {
            case Comparison.OldFile(var old) ->
                    new Candidate(name, true, alone.now(), new Candidate.Named(disk.text(old)));
            case Comparison.None _, Comparison.Revision _, Comparison.Staged _ -> alone;
        };
    }

    /// {@return what lies in a folder}
    List<Item> inFolder(String folder) {
        try {
            return new FolderListing(disk, folder).items();
        } catch (IOException e) {
            return List.of(
                    new Item.Settled(new Inspected.Unreadable(folder, IoTrouble.describe(e))));
        }
    }

    /// The files named, and their neighbours in the same folders.
    @Override
    public Map<DomainName, FileText> zones() throws IOException {
        var zones = new HashMap<DomainName, FileText>();
        var folders = new LinkedHashSet<String>();
        for (String name : options.files()) {
            if (disk.isFolder(name)) {
                folders.add(name);
            } else if (!Disk.isStandardInput(name)) {
                folders.add(folderOf(name));
                zone(name).ifPresent(zone -> zones.put(zone, disk.text(name)));
            }
        }
        for (String folder : folders) {
            for (String file : new FolderListing(disk, folder).files()) {
                zone(file).ifPresent(zone -> zones.putIfAbsent(zone, disk.text(file)));
            }
        }
        return zones;
    }

    private static String folderOf(String name) {
        int end = Math.max(name.lastIndexOf('/'), name.lastIndexOf(File.separatorChar));
        return switch (end) {
            case -1 -> ".";
            case 0 -> "/";
            default -> name.substring(0, end);
        };
    }

    private Optional<DomainName> zone(String file) {
        if (options.zoneName().isPresent() && options.files().contains(file)) {
            return options.zoneName();
        }
        return FileRole.of(Candidate.baseName(file)) instanceof FileRole.ZoneText(var origin)
                ? Optional.of(origin)
                : Optional.empty();
    }
}
