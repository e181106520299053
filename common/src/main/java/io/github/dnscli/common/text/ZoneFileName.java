package io.github.dnscli.common.text;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import java.nio.file.Path;
import java.util.Optional;

/// What the name of a file says about its content: `example.com`, `example.com.zone` and `db.example.com` hold that zone,
/// `_keys` and `example.com._keys` hold keys.
///
/// @param text the name without folders
public record ZoneFileName(String text) {

    private static final String ENDING = ".zone";
    private static final String BEGINNING = "db.";
    private static final String KEYS = "_keys";

    /// {@return the name of a file}
    public static ZoneFileName of(Path file) {
        return new ZoneFileName(String.valueOf(file.getFileName()));
    }

    /// {@return whether the file holds keys instead of a zone}
    public boolean isOfKeys() {
        return text.equals(KEYS) || text.endsWith("." + KEYS);
    }

    /// {@return the zone of a file that is no key file}
    public ParsedName zone() {
        return DomainName.parse(bare(), DomainName.ROOT);
    }

    private String bare() {
        if (text.endsWith(ENDING)) {
            return text.substring(0, text.length() - ENDING.length());
        }
        return text.startsWith(BEGINNING) ? text.substring(BEGINNING.length()) : text;
    }

    /// {@return the zone below which the keys of a key file belong; empty for `_keys`, whose keys belong anywhere}
    public Optional<ParsedName> keyZone() {
        return text.equals(KEYS)
                ? Optional.empty()
                : Optional.of(
                        DomainName.parse(
                                text.substring(0, text.length() - KEYS.length() - 1),
                                DomainName.ROOT));
    }
}
