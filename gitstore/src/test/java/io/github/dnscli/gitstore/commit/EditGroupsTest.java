package io.github.dnscli.gitstore.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.gitstore.merge.ZoneEdit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditGroupsTest {

    private final List<ZoneEdit> edits = new ArrayList<>();

    /// Adds an edit of a key: owners and types of the records that it adds, in turn.
    private void edit(String key, String zone, String... records) {
        var added = new ArrayList<ResourceRecord>();
        for (int i = 0; i < records.length; i += 2) {
            var type = RecordType.parse(records[i + 1]).orElseThrow();
            added.add(ResourceRecord.of(records[i] + "." + zone, 60, type, data(type)));
        }
        edits.add(
                new ZoneEdit(
                        edits.size() + 1,
                        Instant.EPOCH,
                        DomainName.of(zone),
                        DomainName.of(key),
                        "192.0.2.1",
                        new Serial(1),
                        new Serial(2),
                        List.of(),
                        added));
    }

    private static String data(RecordType type) {
        return switch (type.toString()) {
            case "A" -> "192.0.2.1";
            case "MX" -> "10 mail.example.net.";
            case "TXT" -> "text";
            default -> "host.example.net.";
        };
    }

    private List<List<Long>> groups() {
        return EditGroups.of(edits).edits().stream()
                .map(group -> group.stream().map(ZoneEdit::number).toList())
                .toList();
    }

    @Test
    void gathersTheEditsOfAKey() {
        Stream.of("k1", "k2", "k1", "k2", "k1")
                .forEach(key -> edit(key, "example.com", key, "A", "x." + key, "TXT"));
        assertThat(groups()).containsExactly(List.of(1L, 3L, 5L), List.of(2L, 4L));
    }

    @Test
    void keepsTheOrderOfEditsOfOneSet() {
        edit("k1", "example.com", "a", "TXT");
        edit("k2", "example.com", "a", "TXT");
        edit("k1", "example.com", "a", "TXT");
        edit("k2", "example.com", "b", "TXT");
        edit("k1", "example.com", "c", "TXT");
        assertThat(groups()).containsExactly(List.of(1L), List.of(2L, 4L), List.of(3L, 5L));
    }

    /// By the first key at `x`, by the second as said, by the first again as said.
    @ParameterizedTest
    @CsvSource({
        "a, CNAME, a, TXT, 3",
        "a, A, b, MX, 3",
        "a, MX, b, A, 3",
        "a, NS, ns.a, A, 3",
        "ns.a, A, a, NS, 3",
        "a, DNAME, y.a, TXT, 3",
        "y.a, TXT, a, DNAME, 3",
        "a, A, b, A, 2",
        "a, MX, b, MX, 2",
        "a, A, b, TXT, 2",
        "a, TXT, b, CNAME, 2"
    })
    void keepsTheOrderOfWhatNeedsOneAnother(
            String owner, String type, String later, String laterType, int count) {
        edit("k1", "example.com", "x", "TXT");
        edit("k2", "example.com", owner, type);
        edit("k1", "example.com", later, laterType);
        assertThat(groups()).hasSize(count);
    }

    @Test
    void zonesHaveNothingToDoWithEachOther() {
        edit("k1", "example.com", "x", "TXT");
        edit("k2", "example.net", "a", "DNAME");
        edit("k1", "example.com", "a", "MX");
        assertThat(groups()).containsExactly(List.of(1L, 3L), List.of(2L));
    }

    @Test
    void nothingMakesNoGroup() {
        assertThat(groups()).isEmpty();
    }
}
