package io.github.dnscli.common.text;

import io.github.dnscli.common.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What a zone file allows in place: a comment `; ozone: allow ID reason` accepts the findings of that check on its line.
/// Several ids are parted by commas.
public final class Allowances {

    private static final Pattern COMMENT =
            Pattern.compile("; *ozone: *allow +([a-z0-9-]+(?: *, *[a-z0-9-]+)*)");

    private final Map<String, Source> sources = new HashMap<>();

    private Allowances() {}

    /// {@return what a file and those that it includes allow}
    public static Allowances of(ZoneFile file) {
        var allowances = new Allowances();
        file.sources().forEach(source -> allowances.sources.put(source.name(), source));
        return allowances;
    }

    /// {@return the findings that nothing on their line accepts}
    public List<Finding> withoutAllowed(List<Finding> findings) {
        return findings.stream().filter(finding -> !isAllowed(finding)).toList();
    }

    private boolean isAllowed(Finding finding) {
        var source = sources.get(finding.place().source());
        return source != null
                && finding.place().line() > 0
                && isAllowed(finding.check().id(), commentOf(source, finding.place().line()));
    }

    private static boolean isAllowed(String id, String comment) {
        var matcher = COMMENT.matcher(comment);
        return matcher.lookingAt() && List.of(matcher.group(1).split(" *, *")).contains(id);
    }

    /// {@return the comment of a line, from its semicolon on; empty if it has none}
    private static String commentOf(Source source, int line) {
        byte[] text = source.octets();
        int at = source.startOfLine(line);
        boolean inQuotes = false;
        while (at < text.length && text[at] != '\n' && (inQuotes || text[at] != ';')) {
            inQuotes ^= text[at] == '"';
            at += text[at] == '\\' ? 2 : 1;
        }
        int end = Math.min(at, text.length);
        while (end < text.length && text[end] != '\n' && text[end] != '\r') {
            end++;
        }
        int start = Math.min(at, end);
        return new String(text, start, end - start, StandardCharsets.UTF_8);
    }
}
