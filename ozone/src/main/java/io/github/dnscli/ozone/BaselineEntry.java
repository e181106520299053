package io.github.dnscli.ozone;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Subject;
import java.util.Optional;
import java.util.regex.Pattern;

/// By what a finding is known again when lines have shifted: everything but its place.
///
/// @param file the file, relative to the folder of the baseline, with slashes
/// @param id the id of the check
/// @param owner the owner of the records it is about, or empty
/// @param type their type, or empty
/// @param message what it says, without numbers of lines
record BaselineEntry(String file, String id, String owner, String type, String message)
        implements Comparable<BaselineEntry> {

    private static final Pattern LINE_NUMBER = Pattern.compile("\\bline \\d+\\b");
    private static final Pattern TAB = Pattern.compile("\t");
    private static final int FIELDS = 5;

    static BaselineEntry of(String file, Finding finding) {
        return new BaselineEntry(
                flat(file),
                finding.check().id(),
                flat(finding.subject().map(Subject::owner).orElse("")),
                flat(finding.subject().map(Subject::type).orElse("")),
                flat(LINE_NUMBER.matcher(finding.message()).replaceAll("line …")));
    }

    /// {@return the entry in a line of a baseline}; empty if there is none
    static Optional<BaselineEntry> parse(String line) {
        String[] fields = TAB.split(line, -1);
        return fields.length == FIELDS
                ? Optional.of(
                        new BaselineEntry(fields[0], fields[1], fields[2], fields[3], fields[4]))
                : Optional.empty();
    }

    /// {@return the entry as a line of a baseline}
    String line() {
        return String.join("\t", file, id, owner, type, message);
    }

    private static String flat(String text) {
        return text.replaceAll("[\\x00-\\x1f]", "�");
    }

    @Override
    public int compareTo(BaselineEntry other) {
        return line().compareTo(other.line());
    }

    /// {@return the entry for people}
    @Override
    public String toString() {
        return file + ": " + message + " [" + id + "]";
    }
}
