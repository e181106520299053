package io.github.dnscli.oserve.demo;

import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;

/// The keys of the demo: one for each part that somebody plays, told apart by their names.
///
/// @param zone the demo's zone, without the final dot
/// @param secrets the secrets of the parts, in the order of [#PARTS]
record DemoKeys(String zone, List<String> secrets) {

    /// Who plays in the demo, and what they may do.
    static final List<String> PARTS =
            List.of("operator._update", "webhost._update", "certifier._update");

    private static final int SECRET_OCTETS = 32;

    static DemoKeys make(String zone, RandomGenerator random) {
        return new DemoKeys(zone, PARTS.stream().map(_ -> secret(random)).toList());
    }

    private static String secret(RandomGenerator random) {
        byte[] octets = new byte[SECRET_OCTETS];
        random.nextBytes(octets);
        return Base64.getEncoder().encodeToString(octets);
    }

    /// {@return the server's key file: a DNSKEY line for each key}
    String serverFile() {
        var lines = new StringBuilder("; Who may do what, by the names of the keys.\n");
        for (int part = 0; part < PARTS.size(); part++) {
            lines.append(name(part))
                    .append(". DNSKEY 0 3 163 ")
                    .append(secrets.get(part))
                    .append('\n');
        }
        return lines.toString();
    }

    /// {@return the key file of one part, as the commands read it}
    String clientFile(int part) {
        return name(part) + ":SHA256:" + secrets.get(part) + "\n";
    }

    /// {@return the name of the client key file of one part}
    static String fileName(int part) {
        String label = PARTS.get(part);
        return label.substring(0, label.indexOf('.')) + ".key";
    }

    private String name(int part) {
        return PARTS.get(part) + "." + zone;
    }

    /// {@return the zone and nothing of the secrets}
    @Override
    public String toString() {
        return "keys of " + zone;
    }
}
