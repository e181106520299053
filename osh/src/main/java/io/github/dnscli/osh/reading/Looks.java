package io.github.dnscli.osh.reading;

import io.github.dnscli.cli.usage.Meaning;
import java.net.InetAddress;
import java.util.function.Predicate;

/// What words look like.
///
/// @param isFile whether a file of a name is there
record Looks(Predicate<String> isFile) {

    /// {@return whether a word can be what a parameter takes}
    boolean fit(String word, Meaning meaning) {
        return switch (meaning) {
            case SERVER -> isServer(word);
            case KEY -> isKey(word);
            case ZONE, NAME -> !word.startsWith("@") || word.equals("@");
            case TYPE, FILE, FOLDER, WORD, OTHER -> true;
        };
    }

    private boolean isServer(String word) {
        return word.startsWith("@") && word.length() > 1
                ? !isFile.test(word.substring(1))
                : isAddress(word.replaceFirst("#\\d+$", "")) || word.matches("[^#]+#\\d+");
    }

    private boolean isKey(String word) {
        return word.startsWith("env:")
                || (word.startsWith("@") ? isFile.test(word.substring(1)) : word.contains(":"))
                        && !isAddress(word);
    }

    /// {@return whether a word is an address, and so no name}
    static boolean isAddress(String word) {
        try {
            InetAddress.ofLiteral(word);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
