package io.github.dnscli.gitstore.commit;

import io.github.dnscli.common.finding.SafeText;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.gitstore.commit.CommitText.ZonePart;
import io.github.dnscli.gitstore.merge.ZoneEdit.SetName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The first line of a message: what a commit does, in a few words.
final class MessageSubject {

    /// How many characters a subject may have.
    static final int MOST = 72;

    private MessageSubject() {}

    /// {@return the subject: the record set if there is one, else how many records come and go}
    static String of(List<ZonePart> parts) {
        String where =
                parts.size() == 1
                        ? SafeText.of(parts.getFirst().zone().display())
                        : parts.size() + " zones";
        var sets = sets(parts);
        if (sets.size() == 1) {
            String subject = "Update " + where + ": " + action(parts) + " " + words(parts, sets);
            if (subject.length() <= MOST) {
                return subject;
            }
        }
        return fitting(where, counts(parts));
    }

    private static String fitting(String where, String what) {
        int room = MOST - "Update : ".length() - what.length();
        String brief = where.length() <= room ? where : where.substring(0, room - 1) + "…";
        return "Update " + brief + ": " + what;
    }

    private static Set<SetName> sets(List<ZonePart> parts) {
        var sets = new LinkedHashSet<SetName>();
        parts.stream()
                .flatMap(part -> Stream.concat(part.removed().stream(), part.added().stream()))
                .forEach(record -> sets.add(new SetName(record.owner(), record.type())));
        return sets;
    }

    private static String action(List<ZonePart> parts) {
        if (count(parts, ZonePart::removed) == 0) {
            return "add";
        }
        return count(parts, ZonePart::added) == 0 ? "remove" : "change";
    }

    private static String words(List<ZonePart> parts, Set<SetName> sets) {
        var set = sets.iterator().next();
        return set.owner().relativeTo(parts.getFirst().zone()) + " " + set.type();
    }

    private static String counts(List<ZonePart> parts) {
        var words = new ArrayList<String>();
        int added = count(parts, ZonePart::added);
        int removed = count(parts, ZonePart::removed);
        if (added > 0) {
            words.add("add " + added + (added == 1 ? " record" : " records"));
        }
        if (removed > 0) {
            words.add("remove " + removed + (removed == 1 ? " record" : " records"));
        }
        return words.isEmpty() ? "start of authority" : String.join(", ", words);
    }

    private static int count(List<ZonePart> parts, Records of) {
        return parts.stream().mapToInt(part -> of.of(part).size()).sum();
    }

    /// One side of what a commit does to a zone.
    @FunctionalInterface
    private interface Records {
        List<ResourceRecord> of(ZonePart part);
    }
}
