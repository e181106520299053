package io.github.dnscli.common.text;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import java.nio.file.Path;

/// What the name of a file says about its content: `example.com`, `example.com.zone` and `db.example.com` hold that zone,
/// `example.com._keys` holds keys for it, and `_keys` keys for every zone.
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

    /// {@return the zone that the file holds, or at and below which its keys belong: for `_keys` that is the root}
    public ParsedName zone() {
        return text.equals(KEYS)
                ? new ParsedName.Valid(DomainName.ROOT)
                : DomainName.parse(zoneText(), DomainName.ROOT);
    }

    private String zoneText() {
        for (String ending : new String[] {"." + KEYS, ENDING}) {
            if (text.endsWith(ending)) {
                return text.substring(0, text.length() - ending.length());
            }
        }
        return text.startsWith(BEGINNING) ? text.substring(BEGINNING.length()) : text;
    }
}
