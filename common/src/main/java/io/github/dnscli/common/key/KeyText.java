package io.github.dnscli.common.key;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import java.util.Base64;
import java.util.Optional;

/// Reads keys written as one word: `NAME:ALGORITHM:SECRET`, dig's `ALGORITHM:NAME:SECRET`, or `NAME:SECRET` for
/// HMAC-SHA-256; the secret in base64.
public final class KeyText {

    private KeyText() {}

    /// {@return the key that a text spells}
    public static ParsedKey parse(String literal) {
        String[] parts = literal.strip().split(":", -1);
        return switch (parts.length) {
            case 2 -> key(parts[0], TsigAlgorithm.SHA256, parts[1]);
            case 3 -> threeParts(parts[0], parts[1], parts[2]);
            default ->
                    new ParsedKey.Invalid(
                            "a key is written NAME:ALGORITHM:SECRET, the secret in base64");
        };
    }

    private static ParsedKey threeParts(String first, String second, String secret) {
        var behind = TsigAlgorithm.parse(second);
        if (behind.isPresent()) {
            return key(first, behind.get(), secret);
        }
        var before = TsigAlgorithm.parse(first);
        return before.isPresent()
                ? key(second, before.get(), secret)
                : new ParsedKey.Invalid(unknownAlgorithm(second));
    }

    /// Says which algorithms there are. The word is shown only when it cannot be a secret put in the wrong place.
    static String unknownAlgorithm(String word) {
        boolean harmless = word.length() <= 16 && word.matches("[A-Za-z0-9.-]*");
        return (harmless ? "algorithm '" + word + "' is not one of" : "algorithm is not one of")
                + " SHA1, SHA224, SHA256, SHA384, SHA512";
    }

    static ParsedKey key(String name, TsigAlgorithm algorithm, String secret) {
        return switch (DomainName.parse(name, DomainName.ROOT)) {
            case ParsedName.Valid(var valid) -> key(valid, algorithm, secret);
            case ParsedName.Invalid(var problem, _) ->
                    new ParsedKey.Invalid("name of the key: " + problem);
        };
    }

    static ParsedKey key(DomainName name, TsigAlgorithm algorithm, String secret) {
        return secret(secret)
                .<ParsedKey>map(octets -> new ParsedKey.Valid(new TsigKey(name, algorithm, octets)))
                .orElseGet(
                        () ->
                                new ParsedKey.Invalid(
                                        "secret of key '%s' is empty or not base64"
                                                .formatted(name.display())));
    }

    private static Optional<byte[]> secret(String text) {
        try {
            byte[] octets = Base64.getDecoder().decode(text);
            return octets.length == 0 ? Optional.empty() : Optional.of(octets);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
