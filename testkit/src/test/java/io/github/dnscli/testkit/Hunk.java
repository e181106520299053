package io.github.dnscli.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// One change of a file as `git diff -U0` tells it: lines that went, and lines that came in their place.
///
/// @param removed the lines that went, by their numbers in the old text
/// @param added the lines that came, by their numbers in the new one
/// @param closesEnd whether a last line without an end got one
record Hunk(Map<Integer, String> removed, Map<Integer, String> added, boolean closesEnd) {

    private static final Pattern HEAD = Pattern.compile("@@ -(\\d+)(?:,\\d+)? \\+(\\d+).*");
    private static final String NO_END = "\\ No newline at end of file";

    /// {@return whether all that happened to a line, which had no end, is that it got one}
    boolean onlyEnds(String line) {
        return closesEnd && contains(removed, line) && contains(added, line);
    }

    private static boolean contains(Map<Integer, String> lines, String line) {
        return lines.values().stream()
                .anyMatch(l -> l.stripTrailing().equals(line.stripTrailing()));
    }

    /// {@return the changes of one commit}
    static List<Hunk> all(String diff) {
        var hunks = new ArrayList<Hunk>();
        for (String text : diff.split("\n(?=@@ )")) {
            if (text.startsWith("@@")) {
                hunks.add(of(List.of(text.split("\n"))));
            }
        }
        return hunks;
    }

    private static Hunk of(List<String> lines) {
        var head = HEAD.matcher(lines.getFirst());
        if (!head.lookingAt()) {
            throw new IllegalArgumentException("not the head of a change: " + lines.getFirst());
        }
        var removed = lines(lines, '-', Integer.parseInt(head.group(1)));
        int endless = lines.indexOf(NO_END);
        return new Hunk(
                removed,
                lines(lines, '+', Integer.parseInt(head.group(2))),
                endless >= 0 && endless == removed.size() + 1);
    }

    private static Map<Integer, String> lines(List<String> lines, char sign, int first) {
        var numbered = new TreeMap<Integer, String>();
        for (String line : lines) {
            if (line.charAt(0) == sign) {
                numbered.put(first + numbered.size(), line.substring(1));
            }
        }
        return numbered;
    }
}
