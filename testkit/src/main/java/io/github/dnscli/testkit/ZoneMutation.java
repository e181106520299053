package io.github.dnscli.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// One thing that happens to zone files when people, or their programs, edit them.
public enum ZoneMutation {
    /// A word is gone.
    LOSE_WORD((line, random) -> onWord(line, random, (_, _) -> "")),
    /// A word stands there twice.
    DOUBLE_WORD((line, random) -> onWord(line, random, (word, _) -> word + " " + word)),
    /// Another word stands in the place of one.
    STRANGE_WORD((line, random) -> onWord(line, random, (_, r) -> pick(r, Choice.WORDS))),
    /// Two neighbours have changed places.
    SWAP_WORDS(ZoneMutation::swapWords),
    /// A name or string has grown too long, or nearly so.
    LONG_WORD(
            (line, random) -> onWord(line, random, (word, r) -> word + "x".repeat(r.nextInt(70)))),
    /// Two words have become one.
    JOIN_WORDS((line, random) -> line.replaceFirst("(\\S)\\s+(\\S)", "$1$2")),
    /// A character is gone.
    LOSE_CHARACTER(
            (line, random) -> {
                int at = random.nextInt(line.length());
                return line.substring(0, at) + line.substring(at + 1);
            }),
    /// There is a character too many.
    ADD_CHARACTER(
            (line, random) -> {
                int at = random.nextInt(line.length() + 1);
                return line.substring(0, at) + pick(random, Choice.CHARACTERS) + line.substring(at);
            }),
    /// The line is cut short.
    CUT_LINE((line, random) -> line.substring(0, random.nextInt(line.length()))),
    /// The line is gone.
    LOSE_LINE((_, _) -> ""),
    /// The line stands there twice.
    DOUBLE_LINE((line, _) -> line + "\n" + line),
    /// A line of trouble stands before it.
    ADD_TROUBLE((line, random) -> pick(random, Choice.TROUBLES) + "\n" + line);

    /// What the constants above draw from: they are made before any static field of their own class.
    private static final class Choice {

        private static final List<String> WORDS =
                List.of(
                        "A",
                        "AAAA",
                        "NS",
                        "MX",
                        "TXT",
                        "CNAME",
                        "SOA",
                        "DNAME",
                        "SRV",
                        "TYPE1",
                        "TYPE65400",
                        "ANY",
                        "TLSA",
                        "IN",
                        "CH",
                        "0",
                        "1",
                        "-1",
                        "255",
                        "256",
                        "65535",
                        "65536",
                        "2147483647",
                        "2147483648",
                        "4294967295",
                        "4294967296",
                        "1h",
                        "1w2d",
                        "@",
                        ".",
                        "*",
                        "..",
                        "a..b",
                        "www",
                        "ftp",
                        "mail.example.com.",
                        "example.net.",
                        "www.example.net.",
                        "192.0.2.1",
                        "2001:db8::1",
                        "\"\"",
                        "\"a b\"",
                        "\\",
                        "\\#",
                        "\\200",
                        "\\999",
                        "\\#",
                        "(",
                        ")",
                        "( )",
                        ";",
                        "\"",
                        "a=b",
                        "alpn=h2",
                        "$TTL",
                        "x.y.z",
                        "_x");

        private static final List<String> CHARACTERS =
                List.of(
                        "(", ")", "\"", ";", "\\", "@", "$", "*", ".", "_", "-", " ", "\t", "\n",
                        "0", "9", "a", "=", ",", ":", "/", "\r\n", "ü", "\u0001", "\u007f",
                        "\ufeff");

        private static final List<String> TROUBLES = Trouble.all();

        private Choice() {}
    }

    private static final Pattern WORD = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|[^\\s\"();]+");

    private final BiFunction<String, Random, String> change;

    ZoneMutation(BiFunction<String, Random, String> change) {
        this.change = change;
    }

    /// {@return a zone to one line of which this has happened}
    ///
    /// @param lines none of them empty
    public List<String> applyTo(List<String> lines, Random random) {
        var changed = new ArrayList<>(lines);
        int at = random.nextInt(lines.size());
        changed.set(at, change.apply(lines.get(at), random));
        return changed;
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String onWord(
            String line, Random random, BiFunction<String, Random, String> change) {
        var words = words(line);
        if (words.isEmpty()) {
            return line;
        }
        var word = pick(random, words);
        return line.substring(0, word.start())
                + change.apply(word.group(), random)
                + line.substring(word.end());
    }

    private static String swapWords(String line, Random random) {
        var words = words(line);
        if (words.size() < 2) {
            return line;
        }
        int first = random.nextInt(words.size() - 1);
        var left = words.get(first);
        var right = words.get(first + 1);
        return line.substring(0, left.start())
                + right.group()
                + line.substring(left.end(), right.start())
                + left.group()
                + line.substring(right.end());
    }

    private static List<MatchResult> words(String line) {
        return WORD.matcher(line).results().toList();
    }
}
