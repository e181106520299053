package io.github.dnscli.ozone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.ZoneFileName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// What the user said to `ozone`.
///
/// @param files the files to check, `-` being standard input
/// @param old the file that the only one of them follows
/// @param zoneName the zone of the only one of them
/// @param format how to write findings
record OzoneOptions(
        List<String> files, Optional<String> old, Optional<DomainName> zoneName, Format format) {

    static final String OLD = "--old";
    static final String ZONE_NAME = "--zone-name";
    static final String FORMAT = "--format";
    static final String JSON = "--json";
    private static final String STANDARD_INPUT = "-";

    OzoneOptions {
        files = List.copyOf(files);
    }

    static OzoneOptions of(ParseResult parsed) {
        return new OzoneOptions(
                List.of(parsed.matchedPositionalValue(0, new String[0])),
                Optional.ofNullable(parsed.matchedOptionValue(OLD, null)),
                Optional.ofNullable(parsed.matchedOptionValue(ZONE_NAME, null)),
                parsed.matchedOptionValue(
                        FORMAT, parsed.hasMatchedOption(JSON) ? Format.JSON : Format.TEXT));
    }

    static boolean isStandardInput(String file) {
        return file.equals(STANDARD_INPUT);
    }

    /// {@return why these words make no sense together}
    Optional<String> contradiction() {
        if (files.size() > 1 && zoneName.isPresent()) {
            return Optional.of("'--zone-name' goes with one FILE, and here are " + files.size());
        }
        return files.contains(STANDARD_INPUT) && zoneName.isEmpty()
                ? Optional.of("standard input has no name: say the zone's with '--zone-name'")
                : old.flatMap(this::contradiction);
    }

    private Optional<String> contradiction(String predecessor) {
        if (files.size() > 1) {
            return Optional.of("'--old' goes with one FILE, and here are " + files.size());
        }
        if (ZoneFileName.of(Path.of(files.getFirst())).isOfKeys()) {
            return Optional.of("'--old' is for zones, and '" + files.getFirst() + "' holds keys");
        }
        return isStandardInput(predecessor) && files.contains(predecessor)
                ? Optional.of("standard input is either FILE or the old file, not both")
                : Optional.empty();
    }
}
