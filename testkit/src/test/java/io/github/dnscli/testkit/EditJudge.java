package io.github.dnscli.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.text.PlacedRecord;
import io.github.dnscli.common.text.ZoneFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Judges a diff by what stands at its lines, knowing nothing of how the new text was made.
///
/// A line may go or come that belongs to a record of a set that was to change. Besides there may change: the line of
/// a record that took its owner or TTL from the text before and now says it; the end of a last line that had none; and a
/// `$TTL` may come before an SOA whose minimum was what all other records had for a TTL.
final class EditJudge {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final PlacedLines before;
    private final PlacedLines after;
    private final ZoneUpdate update;
    private final String about;

    EditJudge(ZoneFile before, ZoneFile after, ZoneUpdate update, String about) {
        this.before = new PlacedLines(before);
        this.after = new PlacedLines(after);
        this.update = update;
        this.about = about;
    }

    void judge(List<Hunk> hunks) {
        for (var hunk : hunks) {
            hunk.removed().forEach((number, line) -> assertMayGo(number, line, hunk));
            hunk.added().forEach((number, line) -> assertMayCome(number, line, hunk));
        }
        assertSerialChanges(hunks);
        assertCommentsStay();
    }

    private void assertMayGo(int number, String line, Hunk hunk) {
        boolean mayGo = before.at(number).filter(this::mayGo).isPresent() || hunk.onlyEnds(line);
        assertThat(mayGo).as("goes: '%s' of %s", line, about).isTrue();
    }

    private void assertMayCome(int number, String line, Hunk hunk) {
        boolean mayCome =
                after.at(number).filter(this::mayCome).isPresent()
                        || line.startsWith("$TTL ")
                        || hunk.onlyEnds(line);
        assertThat(mayCome).as("comes: '%s' of %s", line, about).isTrue();
    }

    private boolean mayGo(PlacedRecord placed) {
        return isToChange(placed)
                || after.find(placed.record()).filter(now -> saysMore(placed, now)).isPresent();
    }

    private boolean mayCome(PlacedRecord placed) {
        return isToChange(placed)
                || before.find(placed.record()).filter(old -> saysMore(old, placed)).isPresent();
    }

    private boolean isToChange(PlacedRecord placed) {
        return update.sets().containsKey(ZoneUpdate.Key.of(placed.record()));
    }

    private boolean saysMore(PlacedRecord old, PlacedRecord now) {
        boolean saysOwner = now.hasOwner() && !old.hasOwner();
        boolean saysTtl = now.hasTtl() && !old.hasTtl() && before.lacksTtl();
        return saysOwner || saysTtl;
    }

    /// Of an SOA of which nothing but the serial is new only the digits of the serial are.
    private void assertSerialChanges(List<Hunk> hunks) {
        var old = soa(before);
        var now = soa(after);
        var oldSoa = Soa.of(old.data());
        var newSoa = Soa.of(now.data());
        boolean isSerialOnly =
                old.ttl().equals(now.ttl()) && oldSoa.withSerial(newSoa.serial()).equals(newSoa);
        if (isSerialOnly) {
            String gone = onlySoaLine(hunks, Hunk::removed, before);
            String come = onlySoaLine(hunks, Hunk::added, after);
            var wanted =
                    DIGITS.matcher(gone)
                            .results()
                            .filter(d -> Long.parseLong(d.group()) == oldSoa.serial().value())
                            .map(d -> with(newSoa.serial(), gone, d.start(), d.end()));
            assertThat(wanted).as(about).contains(come);
        }
    }

    private static String with(Serial serial, String line, int start, int end) {
        return line.substring(0, start) + serial + line.substring(end);
    }

    private static ResourceRecord soa(PlacedLines lines) {
        return lines.written().stream()
                .map(PlacedRecord::record)
                .filter(record -> record.type().equals(RecordType.SOA))
                .findFirst()
                .orElseThrow();
    }

    private String onlySoaLine(
            List<Hunk> hunks, Function<Hunk, Map<Integer, String>> lines, PlacedLines file) {
        var found = new ArrayList<String>();
        for (var hunk : hunks) {
            lines.apply(hunk)
                    .forEach(
                            (number, line) ->
                                    file.at(number)
                                            .filter(EditJudge::isSoa)
                                            .ifPresent(_ -> found.add(line)));
        }
        assertThat(found).as("lines of the SOA of " + about).hasSize(1);
        return found.getFirst();
    }

    private static boolean isSoa(PlacedRecord placed) {
        return placed.type().equals(RecordType.SOA);
    }

    private void assertCommentsStay() {
        var lost = new ArrayList<>(before.comments());
        after.comments().forEach(lost::remove);
        before.written().stream()
                .filter(this::isGone)
                .forEach(placed -> before.comments(placed).forEach(lost::remove));
        assertThat(lost).as("lost comments of " + about).isEmpty();
    }

    private boolean isGone(PlacedRecord placed) {
        var key = ZoneUpdate.Key.of(placed.record());
        var now = after.set(key);
        boolean stays = now.stream().anyMatch(r -> r.data().equals(placed.record().data()));
        boolean isReplaced = before.set(key).size() == 1 && !now.isEmpty();
        return isToChange(placed) && !stays && !isReplaced;
    }
}
