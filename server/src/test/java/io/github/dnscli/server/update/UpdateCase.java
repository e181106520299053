package io.github.dnscli.server.update;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A row of the table `rfc2136.txt`, which explains its own form.
///
/// @param title the paragraph of the RFC, and what the case is about
/// @param lines the other lines by their first words
record UpdateCase(String title, Map<String, List<String>> lines) {

    private static final String TABLE = "rfc2136.txt";
    private static final String ADDED = "added.$ 60 IN TXT done";

    static List<UpdateCase> all() {
        var cases = new ArrayList<UpdateCase>();
        for (String line : table().lines().map(String::strip).toList()) {
            if (line.startsWith("=")) {
                cases.add(new UpdateCase(line.substring(1).strip(), new LinkedHashMap<>()));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                cases.getLast().take(line);
            }
        }
        return cases;
    }

    private static String table() {
        try (var stream = UpdateCase.class.getResourceAsStream(TABLE)) {
            return new String(
                    Objects.requireNonNull(stream, TABLE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(String line) {
        String[] words = line.split("\\s+", 2);
        boolean isOfServer = List.of("ours", "named", "knotd").contains(words[0]);
        String[] rest = isOfServer ? words[1].split("\\s+", 2) : words;
        String key = isOfServer ? words[0] + " " + rest[0] : rest[0];
        lines.computeIfAbsent(key, _ -> new ArrayList<>()).add(rest.length == 2 ? rest[1] : "");
    }

    private List<String> of(String key) {
        return lines.getOrDefault(key, List.of());
    }

    boolean isSigned() {
        return !lines.containsKey("unsigned");
    }

    List<String> zones() {
        return lines.containsKey("zone") ? without("zone", "none") : List.of("@ SOA IN");
    }

    List<String> given() {
        return of("given");
    }

    List<String> prerequisites() {
        return of("require");
    }

    List<String> changes() {
        return lines.containsKey("change") ? without("change", "none") : List.of(ADDED);
    }

    List<String> additional() {
        return of("additional");
    }

    boolean concernsApex() {
        return changes().stream().anyMatch(change -> change.startsWith("@"));
    }

    /// {@return whether a server can be asked}
    boolean isAsked(String server) {
        return !lines.containsKey(server + " unasked");
    }

    /// {@return the outcome that a server gives: its own line, if it has one, or that of the RFC}
    String answer(String server) {
        return lines.getOrDefault(server + " answer", of("answer")).getFirst();
    }

    /// {@return what is there afterwards}
    List<String> after(String server) {
        boolean isOwn =
                lines.containsKey(server + " answer") || lines.containsKey(server + " after");
        String key = isOwn ? server + " after" : "after";
        if (lines.containsKey(key)) {
            return without(key, "nothing");
        }
        var after = new ArrayList<>(given());
        if (answer(server).equals("NOERROR") && !lines.containsKey("change")) {
            after.add(ADDED);
        }
        return after;
    }

    /// {@return how far the serial moves}: as the row says, or by one if anything changes
    long serialMoves(String server, boolean contentMoves) {
        String key = lines.containsKey(server + " serial") ? server + " serial" : "serial";
        return lines.containsKey(key) ? Long.parseLong(of(key).getFirst()) : contentMoves ? 1 : 0;
    }

    /// {@return what a server does that the RFC does not want, and why; empty when it does as the RFC wants}
    String deviation(String server) {
        String reason = String.join("", of(server + " because"));
        return reason.isEmpty()
                ? ""
                : (lines.containsKey(server + " unasked") ? "not asked" : answer(server))
                        + ": "
                        + reason;
    }

    private List<String> without(String key, String word) {
        return of(key).stream().filter(line -> !line.equals(word)).toList();
    }

    @Override
    public String toString() {
        return title;
    }
}
