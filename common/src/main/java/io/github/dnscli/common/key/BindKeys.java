package io.github.dnscli.common.key;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads the `key` clauses of a BIND configuration, as `tsig-keygen` prints them; other clauses are passed over.
final class BindKeys {

    private static final Pattern CLAUSE =
            Pattern.compile("\\bkey\\s+(\"[^\"]*\"|[^\\s\"{};]+)\\s*\\{");

    /// Comments of three kinds, strings, the three signs, words.
    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?s)/\\*.*?(?:\\*/|\\z)|(?://|#)[^\\n]*|\"([^\"]*)(?:\"|\\z)|[{};]|[^\\s\"{};]+");

    private record Word(String text, boolean sign, int line) {

        boolean is(String sign) {
            return this.sign && text.equals(sign);
        }
    }

    private final List<Word> words;
    private final KeyCollector found;
    private int at;

    private BindKeys(List<Word> words, KeyCollector found) {
        this.words = words;
        this.found = found;
    }

    static boolean areIn(String text) {
        return CLAUSE.matcher(text).find();
    }

    static void read(String text, KeyCollector found) {
        new BindKeys(words(text), found).read();
    }

    private static List<Word> words(String text) {
        var words = new ArrayList<Word>();
        var tokens = TOKEN.matcher(text);
        int line = 1;
        int counted = 0;
        while (tokens.find()) {
            line +=
                    (int)
                            text.substring(counted, tokens.start())
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count();
            counted = tokens.start();
            String token = tokens.group();
            String quoted = tokens.group(1);
            if (quoted != null) {
                words.add(new Word(quoted, false, line));
            } else if (!token.startsWith("/*")
                    && !token.startsWith("//")
                    && !token.startsWith("#")) {
                words.add(new Word(token, token.matches("[{};]"), line));
            }
        }
        return words;
    }

    private void read() {
        while (at + 2 < words.size()) {
            boolean clause =
                    words.get(at).text().equalsIgnoreCase("key")
                            && !words.get(at + 1).sign()
                            && words.get(at + 2).is("{");
            if (clause) {
                clause();
            } else {
                at++;
            }
        }
    }

    private void clause() {
        var name = words.get(at + 1);
        at += 3;
        Map<String, String> said = new HashMap<>();
        while (at < words.size() && !words.get(at).is("}")) {
            if (at + 1 < words.size() && !words.get(at).sign() && !words.get(at + 1).sign()) {
                said.put(words.get(at).text().toLowerCase(Locale.ROOT), words.get(at + 1).text());
                at++;
            }
            at++;
        }
        if (at == words.size()) {
            found.problem(name.line(), "clause of key '" + name.text() + "' is never closed");
        } else {
            KeyStatements.add(name.text(), said, name.line(), found);
        }
    }
}
