package io.github.dnscli.gitstore.reading;

import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.FileRole;
import io.github.dnscli.common.text.ReaderOptions;
import io.github.dnscli.common.text.ZoneFile;
import io.github.dnscli.common.text.ZoneReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Reads a tree again and again: a file for each zone, key files, and whatever else people keep beside them. What has not
/// changed since the last look is not parsed again. Used by one thread at a time.
public final class ZoneFiles {

    /// A reading and the content it was made from.
    private record Known(String version, ZoneReading reading) {}

    private final Supplier<KeyRights> rights;
    private final Map<Path, Known> known = new HashMap<>();
    private final Map<Path, List<TsigKey>> lastKeys = new HashMap<>();

    /// Has read nothing yet.
    ///
    /// @param rights knows of grants, anew at each look
    public ZoneFiles(Supplier<KeyRights> rights) {
        this.rights = rights;
    }

    /// {@return what is in a tree}
    ///
    /// @param moreKeys key files elsewhere, whose keys may be for any zone
    /// @throws IOException if the tree cannot be listed
    public Reading read(FileTree tree, List<? extends TreeFile> moreKeys) throws IOException {
        var zones = new LinkedHashMap<DomainName, ZoneReading>();
        var keys = new ArrayList<KeyReading>();
        var others = new ArrayList<ReadingEvent.Ignored>();
        Set<Path> present = new HashSet<>();
        for (var file : tree.files()) {
            present.add(file.path());
            switch (role(file)) {
                case FileRole.ZoneText(var origin) when zones.containsKey(origin) ->
                        others.add(repeated(file, zones.get(origin)));
                case FileRole.ZoneText(var origin) -> zones.put(origin, reading(file, origin));
                case FileRole.Keys(var zone) -> keys.add(keys(file, zone));
                case FileRole.Foreign(var reason) ->
                        others.add(new ReadingEvent.Ignored(file.path(), reason, true));
            }
        }
        moreKeys.forEach(file -> keys.add(keys(file, DomainName.ROOT)));
        known.keySet().retainAll(present);
        return new Reading(List.copyOf(zones.values()), keys, others);
    }

    /// {@return the file of a zone, if there is one}
    ///
    /// @throws IOException if the tree cannot be listed
    public static Optional<? extends TreeFile> fileOf(FileTree tree, DomainName origin)
            throws IOException {
        var wanted = new FileRole.ZoneText(origin);
        return tree.files().stream().filter(file -> role(file).equals(wanted)).findFirst();
    }

    /// {@return the text of a zone, read as such}
    ///
    /// @throws IOException if it cannot be read
    public static ZoneFile parse(TreeFile file, DomainName origin) throws IOException {
        var options = ReaderOptions.forZone(origin).withIncludes(file.includes());
        return ZoneReader.read(file.text(), options);
    }

    private static FileRole role(TreeFile file) {
        return file.isRegular()
                ? FileRole.of(file.name())
                : new FileRole.Foreign("it is not a file");
    }

    private static ReadingEvent.Ignored repeated(TreeFile file, ZoneReading first) {
        return new ReadingEvent.Ignored(
                file.path(), "'" + first.file() + "' holds this zone already", false);
    }

    private ZoneReading reading(TreeFile file, DomainName origin) {
        try {
            String version = file.version();
            var last = known.get(file.path());
            if (last == null || !last.version().equals(version)) {
                var text = parse(file, origin);
                last = new Known(version, ZoneReading.of(file.path(), text));
                remember(file.path(), text, last);
            }
            return last.reading();
        } catch (IOException e) {
            return new ZoneReading.Unreadable(file.path(), origin, IoTrouble.describe(e));
        }
    }

    /// The version of a file says nothing of the files that it includes.
    private void remember(Path file, ZoneFile text, Known reading) {
        if (text.includesOthers()) {
            known.remove(file);
        } else {
            known.put(file, reading);
        }
    }

    private KeyReading keys(TreeFile file, DomainName zone) {
        var last = lastKeys.getOrDefault(file.path(), List.of());
        var reading = KeyReading.of(file, zone, rights.get(), last);
        lastKeys.put(file.path(), reading.keys());
        return reading;
    }
}
