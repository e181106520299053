package io.github.dnscli.oserve.folder;

import io.github.dnscli.cli.IoTrouble;
import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.FileRole;
import io.github.dnscli.common.text.FolderIncludes;
import io.github.dnscli.common.text.ReaderOptions;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.common.text.ZoneFile;
import io.github.dnscli.common.text.ZoneReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A folder with a file for each zone, key files, and whatever else people keep beside them. Used by one thread at a
/// time.
public final class ZoneFolder {

    /// The same name may be spelled by several files; the shortest file name is the plainest.
    private static final Comparator<Path> PLAINEST_FIRST =
            Comparator.<Path>comparingInt(file -> file.getFileName().toString().length())
                    .thenComparing(file -> file.getFileName().toString());

    /// A reading and the content it was made from.
    private record Known(Fingerprint fingerprint, ZoneReading reading) {}

    private final Path directory;
    private final List<Path> moreKeys;
    private final KeyRights rights;
    private final Map<Path, Known> known = new HashMap<>();
    private final Map<Path, List<TsigKey>> lastKeys = new HashMap<>();

    /// Describes a folder; nothing is read yet.
    ///
    /// @param moreKeys key files elsewhere, whose keys may be for any zone
    /// @param rights knows of grants
    public ZoneFolder(Path directory, List<Path> moreKeys, KeyRights rights) {
        this.directory = directory;
        this.moreKeys = List.copyOf(moreKeys);
        this.rights = rights;
    }

    /// {@return the folder}
    public Path directory() {
        return directory;
    }

    /// {@return what is in the folder}; files that have not changed since the last look are not parsed again
    ///
    /// @throws IOException if the folder cannot be listed
    public FolderReading read() throws IOException {
        var zones = new LinkedHashMap<DomainName, ZoneReading>();
        var keys = new ArrayList<KeyReading>();
        var others = new ArrayList<FolderEvent.Ignored>();
        var files = files();
        for (var file : files) {
            switch (role(file)) {
                case FileRole.ZoneText(var origin) when zones.containsKey(origin) ->
                        others.add(repeated(file, zones.get(origin)));
                case FileRole.ZoneText(var origin) -> zones.put(origin, reading(file, origin));
                case FileRole.Keys(var zone) -> keys.add(keys(file, zone));
                case FileRole.Foreign(var reason) ->
                        others.add(new FolderEvent.Ignored(file, reason, true));
            }
        }
        moreKeys.forEach(file -> keys.add(keys(file, DomainName.ROOT)));
        known.keySet().retainAll(files);
        return new FolderReading(List.copyOf(zones.values()), keys, others);
    }

    /// {@return the file of a zone, if there is one}
    ///
    /// @throws IOException if the folder cannot be listed
    Optional<Path> fileOf(DomainName origin) throws IOException {
        var wanted = new FileRole.ZoneText(origin);
        return files().stream().filter(file -> role(file).equals(wanted)).findFirst();
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(directory)) {
            return files.sorted(PLAINEST_FIRST).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    static String name(Path file) {
        return file.getFileName().toString();
    }

    private static FileRole role(Path file) {
        return Files.isRegularFile(file)
                ? FileRole.of(name(file))
                : new FileRole.Foreign("it is not a file");
    }

    private static FolderEvent.Ignored repeated(Path file, ZoneReading first) {
        return new FolderEvent.Ignored(
                file, "'" + first.file() + "' holds this zone already", false);
    }

    private ZoneReading reading(Path file, DomainName origin) {
        try {
            var source = Source.read(file);
            var fingerprint = Fingerprint.of(source.bytes());
            var last = known.get(file);
            if (last == null || !last.fingerprint().equals(fingerprint)) {
                var text = ZoneReader.read(source, readerOptions(file, origin));
                last = new Known(fingerprint, ZoneReading.of(file, text));
                remember(file, text, last);
            }
            return last.reading();
        } catch (IOException e) {
            return new ZoneReading.Unreadable(file, origin, IoTrouble.describe(e));
        }
    }

    /// The fingerprint of a file says nothing of the files that it includes.
    private void remember(Path file, ZoneFile text, Known reading) {
        if (text.includesOthers()) {
            known.remove(file);
        } else {
            known.put(file, reading);
        }
    }

    /// {@return how the file of a zone is read: with the files beside it that it includes}
    static ReaderOptions readerOptions(Path file, DomainName origin) {
        return ReaderOptions.forZone(origin).withIncludes(FolderIncludes.beside(file, file));
    }

    private KeyReading keys(Path file, DomainName zone) {
        var reading = KeyReading.of(file, zone, rights, lastKeys.getOrDefault(file, List.of()));
        lastKeys.put(file, reading.keys());
        return reading;
    }
}
