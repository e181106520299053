package io.github.dnscli.certifier.challenge;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// Placed proofs as texts that outlive the process: a word and what it stands for in each line. No secret is in them.
final class PlacedProofText {

    private static final int LETTERS_OF_ID = 32;

    /// A text far longer than any that is written here is not read.
    private static final int LONGEST = 10_000;

    private PlacedProofText() {}

    static String write(PlacedProof placed) {
        return """
        address %s
        port %s
        key %s
        zone %s
        owner %s
        name %s
        value %s
        """
                .formatted(
                        placed.server().address().getHostAddress(),
                        placed.server().port(),
                        placed.key(),
                        placed.zone(),
                        placed.owner(),
                        placed.proof().name(),
                        placed.proof().value());
    }

    /// {@return the proof that a text tells of; empty if it is not of the kind that is written here}
    static Optional<PlacedProof> read(String text) {
        try {
            return Optional.of(read(words(text))).filter(placed -> !placed.start().isRoot());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static PlacedProof read(Map<String, String> words) {
        return new PlacedProof(
                new ServerAddress(
                        InetAddress.ofLiteral(word(words, "address")),
                        Integer.parseInt(word(words, "port"))),
                name(words, "key"),
                name(words, "zone"),
                name(words, "owner"),
                new Proof(name(words, "name"), word(words, "value")));
    }

    private static Map<String, String> words(String text) {
        var words = new HashMap<String, String>();
        text.substring(0, Math.min(LONGEST, text.length()))
                .lines()
                .map(line -> line.split(" ", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> words.put(parts[0], parts[1]));
        return words;
    }

    private static DomainName name(Map<String, String> words, String word) {
        return DomainName.of(word(words, word));
    }

    private static String word(Map<String, String> words, String word) {
        return Optional.ofNullable(words.get(word))
                .orElseThrow(() -> new IllegalArgumentException(word + " is missing"));
    }

    /// {@return what to call the text: always the same for the same proof at the same place}
    static String id(PlacedProof placed) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(write(placed).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LETTERS_OF_ID);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
