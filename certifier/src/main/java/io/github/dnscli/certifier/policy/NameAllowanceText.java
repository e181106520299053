package io.github.dnscli.certifier.policy;

import io.github.dnscli.certifier.policy.NameAllowance.Where;
import io.github.dnscli.common.key.NamePattern;
import io.github.dnscli.common.key.ParsedPattern;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads rules about names.
final class NameAllowanceText {

    private static final String KEY = "key:";
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final String text;

    private NameAllowanceText(String text) {
        this.text = text;
    }

    static ParsedAllowance parse(String text) {
        return new NameAllowanceText(text).parse();
    }

    private ParsedAllowance parse() {
        int equals = text.indexOf('=');
        if (equals < 0) {
            return invalid("has no '=': write WHERE=PATTERN,PATTERN");
        }
        String where = text.substring(0, equals).strip();
        var patterns = List.of(text.substring(equals + 1).split(",", -1));
        return where.startsWith(KEY)
                ? parseKey(where.substring(KEY.length()).toLowerCase(Locale.ROOT), patterns)
                : parseTop(where, patterns);
    }

    private ParsedAllowance parseKey(String sha256, List<String> patterns) {
        return SHA256.matcher(sha256).matches()
                ? parse(new Where.Key(sha256), patterns)
                : invalid(
                        "names a key by '%s', which is not a SHA-256 in 64 hexadecimal digits"
                                .formatted(sha256));
    }

    private ParsedAllowance parseTop(String where, List<String> patterns) {
        if (where.isEmpty()) {
            return invalid("does not say for whom: write a domain name or key:SHA256 before '='");
        }
        return switch (DomainName.parse(where, DomainName.ROOT)) {
            case ParsedName.Valid(var top) -> parse(new Where.Below(top), patterns);
            case ParsedName.Invalid(var problem, _) ->
                    invalid("is for '%s', which is no name: %s".formatted(where, problem));
        };
    }

    private ParsedAllowance parse(Where where, List<String> texts) {
        var patterns = new ArrayList<NamePattern>();
        for (var one : texts) {
            switch (NamePattern.parse(one.strip())) {
                case ParsedPattern.Valid(var pattern) -> patterns.add(pattern);
                case ParsedPattern.Invalid(var problem) -> {
                    return invalid("allows '%s': %s".formatted(one.strip(), problem));
                }
            }
        }
        return new ParsedAllowance.Valid(new NameAllowance(where, patterns));
    }

    private ParsedAllowance invalid(String problem) {
        return new ParsedAllowance.Invalid("allowance '%s' %s".formatted(text, problem));
    }
}
