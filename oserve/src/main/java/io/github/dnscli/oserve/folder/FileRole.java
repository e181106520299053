package io.github.dnscli.oserve.folder;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a file is for, as far as its name tells.
sealed interface FileRole {

    /// The text of a zone, unless its content says otherwise.
    ///
    /// @param origin the name of the zone
    record ZoneText(DomainName origin) implements FileRole {}

    /// Keys.
    ///
    /// @param zone the zone at or below which they have rights
    record Keys(DomainName zone) implements FileRole {}

    /// None of ours.
    ///
    /// @param reason why, for people
    record Foreign(String reason) implements FileRole {}

    /// The file of keys for all zones; with a zone's name and a dot in front, for that zone.
    String KEYS = "_keys";

    /// Names of zones as people write them in file names.
    Pattern ZONE_NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    /// {@return what a file of this name is for}: `example.com`, `example.com.zone` and `db.example.com` hold the zone
    /// `example.com`; `_keys` and `example.com._keys` hold keys
    static FileRole of(String fileName) {
        if (fileName.equals(KEYS)) {
            return new Keys(DomainName.ROOT);
        }
        if (fileName.startsWith(".")) {
            return new Foreign("it is hidden");
        }
        if (fileName.endsWith("." + KEYS)) {
            return zone(fileName.substring(0, fileName.length() - KEYS.length() - 1))
                    .<FileRole>map(Keys::new)
                    .orElseGet(FileRole::nameless);
        }
        return zone(zoneName(fileName)).<FileRole>map(ZoneText::new).orElseGet(FileRole::nameless);
    }

    private static String zoneName(String fileName) {
        if (fileName.endsWith(".zone")) {
            return fileName.substring(0, fileName.length() - ".zone".length());
        }
        return fileName.startsWith("db.") ? fileName.substring("db.".length()) : fileName;
    }

    private static Optional<DomainName> zone(String text) {
        if (!ZONE_NAME.matcher(text).matches()) {
            return Optional.empty();
        }
        return switch (DomainName.parse(text, DomainName.ROOT)) {
            case ParsedName.Valid(var name) -> Optional.of(name);
            case ParsedName.Invalid _ -> Optional.empty();
        };
    }

    private static Foreign nameless() {
        return new Foreign("its name is not that of a zone");
    }
}
