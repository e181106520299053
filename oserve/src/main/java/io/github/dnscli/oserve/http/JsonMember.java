package io.github.dnscli.oserve.http;

import java.util.Optional;

/// Finds a member of a JSON object (RFC 8259) that is a string: those of objects within do not count. What is no JSON has
/// none, or any.
final class JsonMember {

    private final String json;
    private int at;

    private JsonMember(String json) {
        this.json = json;
    }

    /// {@return the value of a member, with the characters that escapes stand for left as they are written, but for `\/`}
    static Optional<String> text(String json, String name) {
        return new JsonMember(json).find(name);
    }

    private Optional<String> find(String name) {
        int depth = 0;
        while (at < json.length()) {
            char next = json.charAt(at++);
            switch (next) {
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                case '"' -> {
                    String word = string();
                    if (depth == 1 && word.equals(name) && skips(':') && skips('"')) {
                        return Optional.of(string().replace("\\/", "/"));
                    }
                }
                default -> {
                    // A number, a word, or what stands between.
                }
            }
        }
        return Optional.empty();
    }

    /// The rest of a string whose first quote was read.
    private String string() {
        int begin = at;
        while (at < json.length() && json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        String word = json.substring(begin, Math.min(at, json.length()));
        at++;
        return word;
    }

    private boolean skips(char wanted) {
        while (at < json.length() && Character.isWhitespace(json.charAt(at))) {
            at++;
        }
        boolean isThere = at < json.length() && json.charAt(at) == wanted;
        at += isThere ? 1 : 0;
        return isThere;
    }
}
