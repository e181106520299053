package io.github.dnscli.gitstore.merge;

import io.github.dnscli.common.finding.SafeText;
import io.github.dnscli.common.record.ResourceRecord;
import java.util.ArrayList;
import java.util.List;

/// Records in words, for people: safe for terminals, and never longer than a line can be.
public final class RecordWords {

    /// How many characters of a record are told.
    public static final int MOST_CHARACTERS = 120;

    private static final int MOST_RECORDS = 3;

    private RecordWords() {}

    /// {@return a record as a line of a zone file, cut with `…` if it is long}
    public static String of(ResourceRecord record) {
        String text = SafeText.of(record.toString());
        return text.length() <= MOST_CHARACTERS
                ? text
                : text.substring(0, MOST_CHARACTERS - 1) + "…";
    }

    /// {@return what is done to records, as in `add 'a. 60 IN A 192.0.2.1' and 4 more`}
    static String change(List<ResourceRecord> removed, List<ResourceRecord> added) {
        var parts = new ArrayList<String>();
        if (!removed.isEmpty()) {
            parts.add("remove " + list(removed));
        }
        if (!added.isEmpty()) {
            parts.add("add " + list(added));
        }
        return String.join(" and ", parts);
    }

    private static String list(List<ResourceRecord> records) {
        var told = new ArrayList<String>();
        records.stream().limit(MOST_RECORDS).forEach(record -> told.add("'" + of(record) + "'"));
        int more = records.size() - told.size();
        return String.join(", ", told) + (more == 0 ? "" : " and " + more + " more");
    }
}
