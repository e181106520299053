package io.github.dnscli.common.key;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads key files of one key a line: `NAME:ALGORITHM:SECRET`, or records of type DNSKEY or KEY as in a zone file.
final class KeyLines {

    private static final Set<String> TYPES = Set.of("DNSKEY", "KEY");
    private static final Set<String> CLASSES = Set.of("IN", "CH", "HS");

    private final KeyCollector found;
    private DomainName origin = DomainName.ROOT;
    private String owner = "";

    private KeyLines(KeyCollector found) {
        this.found = found;
    }

    static void read(String text, KeyCollector found) {
        new KeyLines(found).read(text);
    }

    private void read(String text) {
        var open = new StringBuilder();
        int number = 0;
        int start = 0;
        for (String line : text.lines().toList()) {
            number++;
            start = open.isEmpty() ? number : start;
            open.append(withoutComment(line)).append(' ');
            if (open.indexOf("(") < 0 || open.indexOf(")") >= 0) {
                line(open.toString().replace('(', ' ').replace(')', ' '), start);
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            found.problem(start, "a parenthesis is never closed");
        }
    }

    private static String withoutComment(String line) {
        int semicolon = line.indexOf(';');
        String text = semicolon < 0 ? line : line.substring(0, semicolon);
        return text.startsWith("#") ? "" : text;
    }

    private void line(String text, int number) {
        if (text.isBlank()) {
            return;
        }
        var words = new ArrayList<>(List.of(text.strip().split("\\s+")));
        if (words.getFirst().startsWith("$")) {
            directive(words, number);
        } else if (words.size() == 1 && words.getFirst().indexOf(':') >= 0) {
            found.add(KeyText.parse(words.getFirst()), number);
        } else {
            if (!Character.isWhitespace(text.charAt(0))) {
                owner = words.removeFirst();
            }
            record(words, number);
        }
    }

    private void directive(List<String> words, int number) {
        String name = words.getFirst().toUpperCase(Locale.ROOT);
        if (name.equals("$ORIGIN") && words.size() == 2) {
            switch (DomainName.parse(words.get(1), origin)) {
                case ParsedName.Valid(var valid) -> origin = valid;
                case ParsedName.Invalid(var problem, _) ->
                        found.problem(number, "name behind $ORIGIN: " + problem);
            }
        } else if (!name.equals("$TTL")) {
            found.problem(number, "directive is not one of $ORIGIN NAME, $TTL TIME");
        }
    }

    private void record(List<String> words, int number) {
        int type = 0;
        while (type < words.size() && isTtlOrClass(words.get(type))) {
            type++;
        }
        String mnemonic = type < words.size() ? words.get(type).toUpperCase(Locale.ROOT) : "";
        if (owner.isEmpty() || !TYPES.contains(mnemonic) || words.size() < type + 5) {
            found.problem(
                    number,
                    "line is no key: 'NAME DNSKEY 0 3 163 SECRET' or 'NAME:SHA256:SECRET' is due");
            return;
        }
        key(mnemonic, words.subList(type + 1, words.size()), number);
    }

    private static boolean isTtlOrClass(String word) {
        return CLASSES.contains(word.toUpperCase(Locale.ROOT))
                || word.matches("[0-9][0-9smhdwSMHDW]*");
    }

    private void key(String type, List<String> fields, int number) {
        boolean form =
                fields.get(1).equals("3") && (type.equals("KEY") || fields.get(0).equals("0"));
        var algorithm =
                fields.get(2).matches("[0-9]{1,3}")
                        ? TsigAlgorithm.ofNumber(Integer.parseInt(fields.get(2)))
                        : TsigAlgorithm.parse(fields.get(2).replace('_', '-'));
        if (!form || algorithm.isEmpty()) {
            found.problem(
                    number,
                    "key '%s' wants flags 0, protocol 3 and an algorithm of 161 to 165 (HMAC-SHA1 to HMAC-SHA512)"
                            .formatted(owner));
            return;
        }
        String secret = String.join("", fields.subList(3, fields.size()));
        switch (DomainName.parse(owner, origin)) {
            case ParsedName.Valid(var name) ->
                    found.add(KeyText.key(name, algorithm.get(), secret), number);
            case ParsedName.Invalid(var problem, _) ->
                    found.problem(number, "name of the key: " + problem);
        }
    }
}
