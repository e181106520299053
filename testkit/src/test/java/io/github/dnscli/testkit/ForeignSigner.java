package io.github.dnscli.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Has zones signed by programs of others, with keys that are made for it.
enum ForeignSigner {
    BIND_NSEC,
    BIND_NSEC3,
    BIND_OPT_OUT,
    BIND_RSA,
    BIND_ED25519,
    BIND_ED448,
    KNOT_NSEC,
    KNOT_NSEC3,
    LDNS_NSEC,
    LDNS_NSEC3;

    private static final String ZONE = "example.com";

    /// {@return the text of the signed zone}
    String sign(Path directory, String zone) throws IOException {
        var plain = Files.writeString(directory.resolve("plain"), zone).toString();
        return switch (this) {
            case BIND_NSEC -> bind(directory, plain, "ECDSAP256SHA256");
            case BIND_NSEC3 -> bind(directory, plain, "ECDSAP384SHA384", "-3", "-", "-H", "0");
            case BIND_OPT_OUT ->
                    bind(directory, plain, "ECDSAP256SHA256", "-3", "AABB", "-H", "3", "-A");
            case BIND_RSA -> bind(directory, plain, "RSASHA256");
            case BIND_ED25519 -> bind(directory, plain, "ED25519");
            case BIND_ED448 -> bind(directory, plain, "ED448");
            case KNOT_NSEC -> knot(directory, "nsec3: off");
            case KNOT_NSEC3 ->
                    knot(directory, "nsec3: on\n    nsec3-iterations: 2\n    nsec3-opt-out: on");
            case LDNS_NSEC -> ldns(directory, plain);
            case LDNS_NSEC3 -> ldns(directory, plain, "-n", "-t", "1", "-s", "AB");
        };
    }

    private static String bind(Path directory, String plain, String algorithm, String... options)
            throws IOException {
        Program.succeed(directory, Peer.DNSSEC_KEYGEN, "-q", "-a", algorithm, "-f", "KSK", ZONE);
        Program.succeed(directory, Peer.DNSSEC_KEYGEN, "-q", "-a", algorithm, ZONE);
        var words = new ArrayList<>(List.of("-S", "-o", ZONE, "-f", "signed"));
        words.addAll(List.of(options));
        words.add(plain);
        Program.succeed(directory, Peer.DNSSEC_SIGNZONE, words.toArray(String[]::new));
        return Files.readString(directory.resolve("signed"));
    }

    private static String knot(Path directory, String policy) throws IOException {
        String configuration =
                """
                server:
                    rundir: %1$s
                database:
                    storage: %1$s
                policy:
                  - id: it
                    algorithm: ecdsap256sha256
                    %2$s
                zone:
                  - domain: example.com
                    storage: %1$s
                    file: plain
                    dnssec-signing: on
                    dnssec-policy: it
                    zonemd-generate: zonemd-sha512
                """
                        .formatted(directory, policy);
        Files.writeString(directory.resolve("knot.conf"), configuration);
        var signed = Files.createDirectories(directory.resolve("signed"));
        Program.succeed(
                directory, Peer.KZONESIGN, "-c", "knot.conf", "-o", signed.toString(), ZONE);
        try (var files = Files.list(signed)) {
            return Files.readString(files.findFirst().orElseThrow());
        }
    }

    private static String ldns(Path directory, String plain, String... options) throws IOException {
        var words = new ArrayList<>(List.of("-o", ZONE, "-f", "signed", "-z", "simple:sha384"));
        words.addAll(List.of(options));
        words.add(plain);
        words.add(key(directory, "-k"));
        words.add(key(directory));
        Program.succeed(directory, Peer.LDNS_SIGNZONE, words.toArray(String[]::new));
        return Files.readString(directory.resolve("signed"));
    }

    private static String key(Path directory, String... options) throws IOException {
        var words = new ArrayList<>(List.of("-a", "ECDSAP256SHA256"));
        words.addAll(List.of(options));
        words.add(ZONE);
        return Program.succeed(directory, Peer.LDNS_KEYGEN, words.toArray(String[]::new)).strip();
    }

    /// {@return whether its chain is of NSEC records}
    boolean isByName() {
        return switch (this) {
            case BIND_NSEC, BIND_RSA, BIND_ED25519, BIND_ED448, KNOT_NSEC, LDNS_NSEC -> true;
            case BIND_NSEC3, BIND_OPT_OUT, KNOT_NSEC3, LDNS_NSEC3 -> false;
        };
    }

    /// {@return whether it also adds a digest of the zone}
    boolean addsDigest() {
        return switch (this) {
            case KNOT_NSEC, KNOT_NSEC3, LDNS_NSEC, LDNS_NSEC3 -> true;
            case BIND_NSEC, BIND_NSEC3, BIND_OPT_OUT, BIND_RSA, BIND_ED25519, BIND_ED448 -> false;
        };
    }
}
