package io.github.dnscli.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// The version of the whole: all commands have the same.
public final class Version {

    private Version() {}

    /// {@return the version, as the build wrote it down}
    public static String text() {
        return lines().getFirst();
    }

    /// {@return the version and the commit of the build, where that is known}
    public static String withCommit() {
        var lines = lines();
        return text()
                + BuildCommit.of(lines.get(2), lines.get(3), lines.get(4))
                        .map(commit -> " (" + commit.words() + ")")
                        .orElse("");
    }

    /// {@return the day of the version; not that of the build, which leaves no trace in what it makes}
    public static LocalDate date() {
        return LocalDate.ofInstant(Instant.parse(lines().get(1)), ZoneOffset.UTC);
    }

    private static List<String> lines() {
        try (var resource = Version.class.getResourceAsStream("version.txt")) {
            if (resource == null) {
                throw new IllegalStateException("the build left no version.txt");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
