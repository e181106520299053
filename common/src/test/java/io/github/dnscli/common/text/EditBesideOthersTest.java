package io.github.dnscli.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Ttl;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Edits of texts that include others or generate records: those stay what they are.
class EditBesideOthersTest {

    private static ZoneFile read(String text, String included) {
        var other = source(included, "other");
        return ZoneReader.read(
                source(text, "zone"),
                ReaderOptions.forZone(DomainName.of("example.com"))
                        .withIncludes(_ -> new Includes.Included.Opened(other, "other")));
    }

    private static Source source(String text, String name) {
        return new Source(text.getBytes(StandardCharsets.UTF_8), name);
    }

    private static SetChange put(String owner, int ttl, String... addresses) {
        return new SetChange.Put(
                new RecordSet(
                        DomainName.of(owner + ".example.com"),
                        RecordType.A,
                        new Ttl(ttl),
                        Stream.of(addresses).map(a -> RecordData.of(RecordType.A, a)).toList()));
    }

    private static SetChange remove(String owner) {
        return new SetChange.Remove(DomainName.of(owner + ".example.com"), RecordType.A);
    }

    private static void assertEdit(
            String before, String included, String after, SetChange... changes) {
        byte[] edited = ZoneEditor.edit(read(before, included), List.of(changes));
        assertThat(new String(edited, StandardCharsets.UTF_8)).isEqualTo(after);
    }

    private static void assertObstacle(
            String text, String included, String problem, SetChange... changes) {
        assertThat(ZoneEditor.obstacle(read(text, included), List.of(changes))).contains(problem);
    }

    @Test
    void whatIsIncludedOrGeneratedCannotBeChanged() {
        String text = "$TTL 60\na A 192.0.2.1\n$INCLUDE other\n$GENERATE 1-2 g$ A 192.0.2.$\n";
        assertObstacle(
                text,
                "b A 192.0.2.2\n",
                "A 'b.example.com' stands at other:1:1, in an included file",
                remove("b"));
        assertObstacle(
                text,
                "b A 192.0.2.2\n",
                "A 'g1.example.com' is made by the $GENERATE at zone:4:1, which stands for other records too",
                put("g1", 60, "192.0.2.9"));
    }

    @Test
    void whatIsAddedToASetThatIsIncludedStandsInTheFileItself() {
        assertEdit(
                "$TTL 60\na A 192.0.2.1\n$INCLUDE other\n",
                "b A 192.0.2.2\n",
                "$TTL 60\na A 192.0.2.1\nb A 192.0.2.3\n$INCLUDE other\n",
                put("b", 60, "192.0.2.2", "192.0.2.3"));
    }

    @Test
    void theTtlInForceBehindOthersIsTheirs() {
        assertEdit(
                "a 300 A 192.0.2.1\n$INCLUDE other\nc A 192.0.2.3\nd A 192.0.2.4\n",
                "b 60 A 192.0.2.2\n",
                "a 300 A 192.0.2.1\n$INCLUDE other\nc A 192.0.2.9\nd A 192.0.2.4\n",
                put("c", 60, "192.0.2.9"));
        assertEdit(
                "a 300 A 192.0.2.1\n$GENERATE 1-2 g$ 60 A 192.0.2.$\nc A 192.0.2.3\n",
                "",
                "$GENERATE 1-2 g$ 60 A 192.0.2.$\nc A 192.0.2.3\n",
                remove("a"));
    }

    @Test
    void aTtlThatOthersTakeStays() {
        assertObstacle(
                "a 300 A 192.0.2.1\n$INCLUDE other\n",
                "b A 192.0.2.2\n",
                "A 'b.example.com' at other:1:1 takes its TTL from a line that would change",
                put("a", 60, "192.0.2.1"));
        assertObstacle(
                "a 300 A 192.0.2.1\n$GENERATE 1-2 g$ A 192.0.2.$\n",
                "",
                "A 'g1.example.com' at zone:2:1 takes its TTL from a line that would change",
                put("aa", 60, "192.0.2.2"));
    }

    @Test
    void anOwnerThatOthersTakeStays() {
        assertObstacle(
                "$TTL 60\na A 192.0.2.1\nb A 192.0.2.2\n$INCLUDE other\n",
                " TXT x\n",
                "TXT 'b.example.com' at other:1:2 takes its owner from a line that would change",
                remove("b"));
        assertEdit(
                "$TTL 60\na A 192.0.2.1\nb A 192.0.2.2\n$INCLUDE other\n",
                "c TXT x\n",
                "$TTL 60\na A 192.0.2.1\n$INCLUDE other\n",
                remove("b"));
    }

    @Test
    void theOwnerBehindOthersIsThatBeforeThem() {
        assertEdit(
                "$TTL 60\na A 192.0.2.1\nb A 192.0.2.2\n$INCLUDE other\n  TXT x\n",
                "c A 192.0.2.3\n",
                "$TTL 60\na A 192.0.2.1\n$INCLUDE other\nb TXT x\n",
                remove("b"));
    }
}
