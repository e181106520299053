package io.github.dnscli.ozone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// Gives each finding of a run a name that it keeps while lines move: made of the rule, the file, the records it is about and the
/// text of its line. The second finding with all these alike, and each after it, is numbered.
final class Fingerprints {

    private static final int OCTETS = 12;

    private final Map<String, Integer> seen = new HashMap<>();

    /// {@return the name of a finding}
    String of(Remark remark) {
        var finding = remark.finding();
        var subject = finding.subject().map(about -> about.owner() + " " + about.type());
        var line = remark.excerpt().map(excerpt -> excerpt.text().strip());
        var essence =
                String.join(
                        "\0",
                        finding.check().id(),
                        finding.place().source(),
                        subject.orElse(""),
                        line.orElse(finding.message()));
        var digest = digest(essence);
        int number = seen.merge(digest, 1, Integer::sum);
        return digest + ":" + number;
    }

    private static String digest(String essence) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha.digest(essence.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, OCTETS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
