package io.github.dnscli.common.key;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import java.util.Base64;
import java.util.List;

/// Keys on one line: `NAME:ALGORITHM:BASE64`.
public final class KeyText {

    private KeyText() {}

    /// {@return what a text says}
    public static ParsedKey parse(String literal) {
        var parts = List.of(literal.strip().split(":", -1));
        if (parts.size() != 3) {
            return new ParsedKey.Invalid("a key looks like NAME:ALGORITHM:BASE64");
        }
        var algorithm = TsigAlgorithm.parse(parts.get(1));
        if (algorithm.isEmpty()) {
            return new ParsedKey.Invalid("unknown key algorithm '" + parts.get(1) + "'");
        }
        return switch (DomainName.parse(parts.getFirst(), DomainName.ROOT)) {
            case ParsedName.Valid(var name) -> withSecret(name, algorithm.get(), parts.get(2));
            case ParsedName.Invalid(var problem, _) ->
                    new ParsedKey.Invalid("bad key name '" + parts.getFirst() + "': " + problem);
        };
    }

    private static ParsedKey withSecret(DomainName name, TsigAlgorithm algorithm, String base64) {
        try {
            byte[] secret = Base64.getDecoder().decode(base64);
            return secret.length == 0
                    ? new ParsedKey.Invalid("the secret of key '" + name.display() + "' is empty")
                    : new ParsedKey.Valid(new TsigKey(name, algorithm, secret));
        } catch (IllegalArgumentException _) {
            return new ParsedKey.Invalid(
                    "the secret of key '" + name.display() + "' is not base64");
        }
    }
}
