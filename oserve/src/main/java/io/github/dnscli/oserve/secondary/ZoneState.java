package io.github.dnscli.oserve.secondary;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import io.github.dnscli.common.transport.ServerAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What is kept of a zone besides its records, in three lines of text: its name, when a primary last had nothing newer,
/// and which one.
///
/// @param zone the zone's name
/// @param lastSuccess when
/// @param primary which primary
record ZoneState(DomainName zone, Instant lastSuccess, ServerAddress primary) {

    private static final String ZONE = "zone";
    private static final String LAST_SUCCESS = "last-success";
    private static final String PRIMARY = "primary";
    private static final int MOST_OCTETS = 10_000;

    /// What reading a file came to.
    sealed interface Parsed {

        /// It says all three.
        record Good(ZoneState state) implements Parsed {}

        /// It does not.
        ///
        /// @param problem why, for people
        record Bad(String problem) implements Parsed {}
    }

    String text() {
        return "%s %s\n%s %s\n%s %s\n"
                .formatted(ZONE, zone, LAST_SUCCESS, lastSuccess, PRIMARY, primary);
    }

    /// {@return what a file says}
    ///
    /// @throws IOException if it cannot be read
    static Parsed read(Path file) throws IOException {
        if (Files.size(file) > MOST_OCTETS) {
            return new Parsed.Bad("it is too long");
        }
        var words = new HashMap<String, String>();
        for (String line :
                new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1)) {
            String[] parts = line.split(" ", 2);
            if (parts.length == 2) {
                words.put(parts[0], parts[1]);
            }
        }
        return parse(words);
    }

    private static Parsed parse(Map<String, String> words) {
        for (String word : new String[] {ZONE, LAST_SUCCESS, PRIMARY}) {
            if (!words.containsKey(word)) {
                return new Parsed.Bad("it has no line '" + word + "'");
            }
        }
        return parse(
                words.getOrDefault(ZONE, ""),
                words.getOrDefault(LAST_SUCCESS, ""),
                words.getOrDefault(PRIMARY, ""));
    }

    private static Parsed parse(String zone, String lastSuccess, String primary) {
        if (!(DomainName.parse(zone, DomainName.ROOT) instanceof ParsedName.Valid(var name))) {
            return new Parsed.Bad("'" + zone + "' is no name");
        }
        var server = server(primary);
        if (server.isEmpty()) {
            return new Parsed.Bad("'" + primary + "' is no server");
        }
        try {
            return new Parsed.Good(new ZoneState(name, Instant.parse(lastSuccess), server.get()));
        } catch (DateTimeException _) {
            return new Parsed.Bad("'" + lastSuccess + "' is no time");
        }
    }

    /// `ADDRESS#PORT`; nothing is looked up.
    private static Optional<ServerAddress> server(String text) {
        int hash = text.lastIndexOf('#');
        try {
            return hash < 0
                    ? Optional.empty()
                    : Optional.of(
                            new ServerAddress(
                                    InetAddress.ofLiteral(text.substring(0, hash)),
                                    Integer.parseInt(text.substring(hash + 1))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
