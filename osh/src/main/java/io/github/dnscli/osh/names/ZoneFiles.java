package io.github.dnscli.osh.names;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import io.github.dnscli.common.text.ReaderOptions;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.common.text.ZoneFileName;
import io.github.dnscli.common.text.ZoneReader;
import io.github.dnscli.common.zone.Zone;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The zone files of a folder.
///
/// @param folder the folder
record ZoneFiles(Path folder) {

    /// In a folder of more files one does not look for zones at each key.
    private static final int MOST = 500;

    /// How much of a file tells whether it is one of a zone.
    private static final int HEAD = 4096;

    /// A file that takes longer to read than somebody waits for a word.
    private static final long LARGEST = 32L << 20;

    /// {@return the zones that files are named after, in the order of their files}
    List<DomainName> zones() {
        return List.copyOf(files().keySet());
    }

    private Map<DomainName, Path> files() {
        var zones = new LinkedHashMap<DomainName, Path>();
        try (var entries = Files.list(folder.toAbsolutePath())) {
            entries.limit(MOST)
                    .sorted()
                    .filter(Files::isRegularFile)
                    .forEach(file -> zone(file).ifPresent(name -> zones.putIfAbsent(name, file)));
        } catch (IOException _) {
            // A folder that cannot be read has no zones for us.
        }
        return zones;
    }

    private static Optional<DomainName> zone(Path file) {
        var name = ZoneFileName.of(file);
        return !name.isOfKeys()
                        && name.zone() instanceof ParsedName.Valid(var zone)
                        && !zone.isRoot()
                        && hasStartOfAuthority(file)
                ? Optional.of(zone)
                : Optional.empty();
    }

    private static boolean hasStartOfAuthority(Path file) {
        try (var stream = Files.newInputStream(file)) {
            String head = new String(stream.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            return head.matches("(?is).*\\sSOA\\s.*");
        } catch (IOException _) {
            return false;
        }
    }

    /// {@return the zone as its file has it}
    ///
    /// @throws IOException if the file cannot be read
    Optional<Zone> read(DomainName zone) throws IOException {
        var file = files().get(zone);
        return file == null || Files.size(file) > LARGEST
                ? Optional.empty()
                : Optional.of(
                        ZoneReader.read(Source.read(file), ReaderOptions.forZone(zone)).zone());
    }
}
