package io.github.dnscli.ozone;

import io.github.dnscli.common.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// Gives each finding of a run a name that it keeps while lines move: made of that by which a baseline knows it again. Of several
/// findings alike each is numbered.
final class Fingerprints {

    private static final int OCTETS = 12;

    private final Map<String, Integer> seen = new HashMap<>();

    /// {@return the name of a finding}
    String of(Finding finding) {
        var essence = BaselineEntry.of(finding.place().source(), finding).line();
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
