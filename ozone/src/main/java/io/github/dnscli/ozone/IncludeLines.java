package io.github.dnscli.ozone;

import io.github.dnscli.common.text.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds what zone files include without reading them as such: enough to know which files are parts of others. A long file
/// costs one look at each octet.
final class IncludeLines {

    /// The lines in question, for a search by other means.
    static final String PATTERN = "^[$]INCLUDE[[:blank:]]";

    private static final Pattern LINE =
            Pattern.compile("(?i)[$]INCLUDE[ \t]+(?:\"([^\"]+)\"|([^\\s;()]+)).*");
    private static final int LONGEST = 5000;
    private static final int CHUNK = 1 << 16;
    private static final int CHUNKS = Source.LARGEST / CHUNK;

    private final List<String> names = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private boolean atStart = true;
    private boolean inDirective;

    private IncludeLines() {}

    /// {@return the names of the files that a text includes, as they are written}
    ///
    /// @throws IOException if it cannot be read
    static List<String> in(InputStream text) throws IOException {
        var lines = new IncludeLines();
        byte[] chunk = new byte[CHUNK];
        int count = text.readNBytes(chunk, 0, CHUNK);
        for (int chunks = 0; count > 0 && chunks < CHUNKS; chunks++) {
            for (int i = 0; i < count; i++) {
                lines.take(chunk[i]);
            }
            count = text.readNBytes(chunk, 0, CHUNK);
        }
        lines.endLine();
        return lines.names;
    }

    private void take(byte octet) {
        if (octet == '\n') {
            endLine();
        } else {
            inDirective |= atStart && octet == '$';
            atStart = false;
            if (inDirective && line.length() < LONGEST) {
                line.append((char) (octet & 0xff));
            }
        }
    }

    private void endLine() {
        if (inDirective) {
            name(line.toString()).ifPresent(names::add);
            line.setLength(0);
        }
        atStart = true;
        inDirective = false;
    }

    private static Optional<String> name(String line) {
        var matcher = LINE.matcher(line);
        return matcher.matches()
                ? Optional.ofNullable(matcher.group(1))
                        .or(() -> Optional.of(matcher.group(2)))
                        .map(IncludeLines::utf8)
                : Optional.empty();
    }

    private static String utf8(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
