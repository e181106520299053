package io.github.dnscli.dist;

import io.github.dnscli.cli.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The training run of the AOT cache: every program, once each way that people take often.
final class Rehearsal {

    private static final String ZONE =
            """
            $TTL 3600
            @      SOA ns1 hostmaster 2026112201 3600 900 1209600 300
                   NS  ns1
                   MX  10 mail
                   TXT "v=spf1 mx -all"
            ns1    A   192.0.2.1
                   AAAA 2001:db8::1
            mail   A   192.0.2.2
            www    CNAME mail
            _443._tcp.mail TLSA 3 1 1 ( 0123456789abcdef0123456789abcdef
                   0123456789abcdef0123456789abcdef )
            """;

    private Rehearsal() {}

    /// Runs them all. What they print and return does not matter.
    public static void main(String[] arguments) throws IOException {
        var folder = Files.createTempDirectory("rehearsal");
        var zone = folder.resolve("example.org");
        Files.writeString(zone, ZONE);
        try {
            Programs.ALL.forEach(program -> play(program, zone));
        } finally {
            Files.delete(zone);
            Files.delete(folder);
        }
        // As every program ends: the JDK asks its logging about each exit, which takes a moment to
        // set up.
        System.exit(0);
    }

    private static void play(Programs.Program program, Path zone) {
        program.command().manual();
        for (var scene : scenes(program.name(), zone)) {
            Launcher.run(program.command(), scene.toArray(String[]::new));
        }
    }

    private static List<List<String>> scenes(String name, Path zone) {
        var common = List.of(List.of("--version"), List.of("--help"), List.of("--no-such-option"));
        var own = List.of(own(name, zone));
        return java.util.stream.Stream.concat(common.stream(), own.stream()).toList();
    }

    private static List<String> own(String name, Path zone) {
        return switch (name) {
            case "ozone" -> List.of(zone.toString());
            default -> List.of();
        };
    }
}
