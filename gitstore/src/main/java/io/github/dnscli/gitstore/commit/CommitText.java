package io.github.dnscli.gitstore.commit;

import io.github.dnscli.common.finding.SafeText;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.gitstore.merge.RecordWords;
import io.github.dnscli.gitstore.merge.ZoneEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The message of a commit that was made for edits by one key.
///
/// ```
/// Update example.com: add _acme-challenge.www TXT
///
/// Added:   _acme-challenge.www.example.com. 60 IN TXT "abc"
/// Serial:  example.com 17 -> 18
///
/// Requested-By: 192.0.2.1
/// Dns-Update: 0123456789abcdef 17-23,25
/// ```
///
/// The last paragraph is made of git trailers. Records that are many or long are told in part.
///
/// @param text the message
public record CommitText(String text) {

    /// What a commit does to one zone.
    ///
    /// @param zone the zone's name
    /// @param before the serial before
    /// @param after the serial after
    /// @param removed the records that go, the SOA record left out
    /// @param added the records that come, the SOA record left out
    public record ZonePart(
            DomainName zone,
            Serial before,
            Serial after,
            List<ResourceRecord> removed,
            List<ResourceRecord> added) {

        /// Copies the lists.
        public ZonePart {
            removed = List.copyOf(removed);
            added = List.copyOf(added);
        }
    }

    /// Edits that a commit says it contains.
    ///
    /// @param journal the id of their journal
    /// @param numbers their numbers
    public record Contained(String journal, Set<Long> numbers) {

        /// Copies the numbers.
        public Contained {
            numbers = Set.copyOf(numbers);
        }
    }

    private static final String REQUESTED_BY = "Requested-By: ";
    private static final String DNS_UPDATE = "Dns-Update: ";
    private static final Pattern CONTAINED = Pattern.compile("([0-9a-f]{16}) ([0-9,-]+)");

    private static final int MOST_PEERS = 8;
    private static final int MOST_LINES = 20;

    /// How many characters of numbers a trailer has.
    private static final int MOST_NUMBERS = 100;

    /// {@return the message for edits}
    ///
    /// @param journal the id of their journal
    /// @param edits by one key
    /// @param parts what they do together, zone by zone
    public static CommitText of(String journal, List<ZoneEdit> edits, List<ZonePart> parts) {
        var lines = new ArrayList<String>();
        lines.add(MessageSubject.of(parts));
        lines.add("");
        lines.addAll(records(parts));
        lines.addAll(serials(parts));
        lines.add("");
        edits.stream()
                .map(ZoneEdit::peer)
                .distinct()
                .limit(MOST_PEERS)
                .forEach(peer -> lines.add(REQUESTED_BY + SafeText.of(peer)));
        var numbers = edits.stream().map(ZoneEdit::number).toList();
        NumberRanges.texts(numbers, MOST_NUMBERS)
                .forEach(text -> lines.add(DNS_UPDATE + journal + " " + text));
        return new CommitText(String.join("\n", lines) + "\n");
    }

    private static List<String> records(List<ZonePart> parts) {
        int all =
                parts.stream().mapToInt(part -> part.removed().size() + part.added().size()).sum();
        return told(parts.stream().flatMap(CommitText::records), all, "records");
    }

    private static Stream<String> records(ZonePart part) {
        return Stream.concat(
                part.removed().stream().map(record -> "Removed: " + RecordWords.of(record)),
                part.added().stream().map(record -> "Added:   " + RecordWords.of(record)));
    }

    private static List<String> serials(List<ZonePart> parts) {
        return told(parts.stream().map(CommitText::serial), parts.size(), "zones");
    }

    private static String serial(ZonePart part) {
        return "Serial:  " + part.zone().display() + " " + part.before() + " -> " + part.after();
    }

    private static List<String> told(Stream<String> lines, int all, String what) {
        int most = all <= MOST_LINES ? MOST_LINES : MOST_LINES - 1;
        var told = lines.limit(most).collect(Collectors.toCollection(ArrayList::new));
        if (told.size() < all) {
            told.add("and " + (all - told.size()) + " more " + what);
        }
        return told;
    }

    /// {@return which edits the commit contains; empty if it is none of a store's}. Messages may have been squashed: what
    /// they say together counts, as far as it is about one journal.
    public Optional<Contained> contained() {
        var numbers = new HashSet<Long>();
        var journal = Optional.<String>empty();
        for (String value : values(DNS_UPDATE)) {
            var matcher = CONTAINED.matcher(value);
            if (matcher.matches()
                    && journal.orElse(matcher.group(1)).equals(matcher.group(1))
                    && numbers.size() < NumberRanges.MOST) {
                journal = Optional.of(matcher.group(1));
                NumberRanges.parse(matcher.group(2)).ifPresent(numbers::addAll);
            }
        }
        return journal.filter(_ -> !numbers.isEmpty()).map(id -> new Contained(id, numbers));
    }

    /// {@return the addresses of those who asked, as the message tells them}
    public List<String> peers() {
        return values(REQUESTED_BY).stream().filter(peer -> !peer.isEmpty()).toList();
    }

    private List<String> values(String trailer) {
        return text.lines()
                .filter(line -> line.startsWith(trailer))
                .map(line -> line.substring(trailer.length()).strip())
                .toList();
    }
}
