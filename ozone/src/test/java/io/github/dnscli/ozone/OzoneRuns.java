package io.github.dnscli.ozone;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder with zone files, and `ozone` run in it.
///
/// @param folder a fresh one
record OzoneRuns(Path folder) {

    /// A zone without a flaw.
    static final String GOOD = zone(1);

    /// {@return a zone without a flaw and with this serial}
    static String zone(int serial) {
        return """
        $TTL 1h
        @   SOA ns1 hostmaster %d 1d 2h 4w 1h
            NS  ns1
        ns1 A   192.0.2.1
        """
                .formatted(serial);
    }

    OzoneRuns with(String file, String content) {
        return with(file, content.getBytes(StandardCharsets.UTF_8));
    }

    OzoneRuns with(String file, byte[] content) {
        try {
            Files.write(folder.resolve(file), content);
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    CommandRun run(String... arguments) {
        return runOn("", arguments);
    }

    CommandRun runOn(String input, String... arguments) {
        var world =
                World.real()
                        .withDirectory(folder)
                        .withInput(
                                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        return CommandRun.of(new OzoneCommand(), world, arguments);
    }
}
