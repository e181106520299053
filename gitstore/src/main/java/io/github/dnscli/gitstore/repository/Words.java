package io.github.dnscli.gitstore.repository;

import static java.util.stream.Collectors.joining;

/// What a remote says, fit to be shown.
final class Words {

    private static final int LONGEST = 4_000;

    private Words() {}

    /// {@return a text without what moves a terminal's cursor or colours it, and no longer than a page}
    static String plain(String text) {
        String clean =
                text.lines()
                        .map(line -> line.replaceAll("\\p{Cntrl}", " ").stripTrailing())
                        .filter(line -> !line.isEmpty())
                        .collect(joining("\n"));
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }
}
