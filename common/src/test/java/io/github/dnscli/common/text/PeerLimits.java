package io.github.dnscli.common.text;

import io.github.dnscli.common.record.RecordCorpus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a peer can be asked to read of the corpus, from the file `refusals`.
///
/// @param lines by what is refused (`types`, `zones`, `text`, `data`), the types or the lines of the corpus
record PeerLimits(Map<String, Set<String>> lines) {

    static PeerLimits of(String peer) throws IOException {
        var lines = new HashMap<String, Set<String>>();
        try (var file = PeerLimits.class.getResourceAsStream("refusals")) {
            for (String line :
                    new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                String[] words = line.split(" ", 3);
                if (words[0].equals(peer)) {
                    boolean isTypes = words[1].equals("types") || words[1].equals("zones");
                    lines.computeIfAbsent(words[1], _ -> new HashSet<>())
                            .addAll(isTypes ? List.of(words[2].split(" ")) : List.of(words[2]));
                }
            }
        }
        return new PeerLimits(lines);
    }

    private boolean has(String what, Object entry) {
        return lines.getOrDefault(what, Set.of()).contains(entry.toString());
    }

    /// {@return the lines of a zone file for one sample: as it is written, as we write it, and its octets for a type
    /// without a name, as far as the peer reads them}
    String zoneLines(RecordCorpus sample, int number) {
        if (has("zones", sample.type()) || has("data", sample)) {
            return "";
        }
        byte[] octets = sample.octets();
        String generic =
                "g%d TYPE%d \\# %d %s\n"
                        .formatted(
                                number,
                                sample.type().value(),
                                octets.length,
                                HexFormat.of().formatHex(octets));
        return has("types", sample.type()) || has("text", sample)
                ? generic
                : "s%d %s %s\n".formatted(number, sample.type(), sample.text())
                        + "p%d %s %s\n".formatted(number, sample.type(), sample.printed())
                        + generic;
    }

    /// {@return lines that are not of the corpus any more}
    List<String> stale() {
        var known = RecordCorpus.all().stream().map(RecordCorpus::toString).toList();
        return lines.entrySet().stream()
                .filter(entry -> entry.getKey().equals("text") || entry.getKey().equals("data"))
                .flatMap(entry -> entry.getValue().stream())
                .filter(line -> !known.contains(line))
                .toList();
    }
}
