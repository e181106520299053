package io.github.dnscli.common.key;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import java.util.function.Function;

/// Reads patterns of names, in the forms that [NamePattern] describes.
final class NamePatternText {

    private static final String STAR = "*";

    private NamePatternText() {}

    static ParsedPattern parse(String text) {
        if (text.equals(STAR)) {
            return new ParsedPattern.Valid(new NamePattern.Below(DomainName.ROOT));
        }
        if (text.equals(".")) {
            return new ParsedPattern.Valid(new NamePattern.Tree(DomainName.ROOT));
        }
        if (text.startsWith(".") && !text.endsWith("..")) {
            return pattern(text.substring(1), NamePattern.Tree::new);
        }
        if (text.startsWith("*.") && !text.endsWith("..")) {
            return pattern(text.substring(2), NamePattern.Below::new);
        }
        int star = (text + ".").indexOf(".*.");
        return star > 0
                ? led(text.substring(0, star), (text + ".").substring(star + 3))
                : pattern(text, NamePattern.Exact::new);
    }

    private static ParsedPattern led(String head, String rest) {
        String tail = rest.isEmpty() ? "." : rest;
        return switch (DomainName.parse(tail, DomainName.ROOT)) {
            case ParsedName.Valid(var end) ->
                    pattern(head, first -> new NamePattern.Led(first, end));
            case ParsedName.Invalid(var problem, _) -> invalid(rest, problem);
        };
    }

    private static ParsedPattern pattern(String name, Function<DomainName, NamePattern> form) {
        return switch (DomainName.parse(name, DomainName.ROOT)) {
            case ParsedName.Valid(var valid) -> new ParsedPattern.Valid(form.apply(valid));
            case ParsedName.Invalid(var problem, _) -> invalid(name, problem);
        };
    }

    private static ParsedPattern invalid(String name, String problem) {
        return new ParsedPattern.Invalid("'" + name + "' is not a domain name: " + problem);
    }
}
