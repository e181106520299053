package io.github.dnscli.gitstore.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.gitstore.commit.CommitText.Contained;
import io.github.dnscli.gitstore.commit.CommitText.ZonePart;
import io.github.dnscli.gitstore.merge.ZoneEdit;
import io.github.dnscli.testkit.Git;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitTextTest {

    static final String JOURNAL = "0123456789abcdef";
    private static final DomainName ZONE = DomainName.of("example.com");

    private static ZoneEdit edit(long number, String peer) {
        return new ZoneEdit(
                number,
                Instant.EPOCH,
                ZONE,
                DomainName.of("k._update.example.com"),
                peer,
                new Serial(1),
                new Serial(2),
                List.of(),
                List.of());
    }

    private static List<ZoneEdit> edits(long... numbers) {
        return LongStream.of(numbers).mapToObj(number -> edit(number, "192.0.2.1")).toList();
    }

    private static ZonePart part(List<ResourceRecord> removed, List<ResourceRecord> added) {
        return new ZonePart(ZONE, new Serial(17), new Serial(18), removed, added);
    }

    private static ResourceRecord text(String owner, String data) {
        return ResourceRecord.of(owner, 60, RecordType.TXT, data);
    }

    private static CommitText message(ZonePart... parts) {
        return CommitText.of(JOURNAL, edits(1), List.of(parts));
    }

    private static String subject(ZonePart... parts) {
        return message(parts).text().lines().findFirst().orElseThrow();
    }

    /// A message with all that may be in one.
    static CommitText full() {
        var edits = IntStream.range(1, 400).mapToObj(i -> edit(3L * i, "2001:db8::" + i)).toList();
        return CommitText.of(
                JOURNAL, edits, List.of(part(List.of(), List.of(text("a.example.com", "---")))));
    }

    @Test
    void saysWhatChangesAndForWhom() {
        var text =
                CommitText.of(
                        JOURNAL,
                        edits(17, 18, 19, 20, 21, 22, 23, 25),
                        List.of(
                                part(
                                        List.of(),
                                        List.of(text("_acme-challenge.www.example.com", "abc")))));
        assertThat(text.text())
                .isEqualTo(
                        """
                        Update example.com: add _acme-challenge.www TXT

                        Added:   _acme-challenge.www.example.com. 60 IN TXT "abc"
                        Serial:  example.com 17 -> 18

                        Requested-By: 192.0.2.1
                        Dns-Update: 0123456789abcdef 17-23,25
                        """);
    }

    @Test
    void namesTheSetIfThereIsOne() {
        var one = text("a.example.com", "1");
        var two = text("a.example.com", "2");
        assertThat(subject(part(List.of(one), List.of()))).endsWith(": remove a TXT");
        assertThat(subject(part(List.of(one), List.of(two)))).endsWith(": change a TXT");
        assertThat(subject(part(List.of(), List.of(text("example.com", "1")))))
                .endsWith(": add @ TXT");
    }

    @Test
    void countsIfThereAreSeveralSets() {
        var one = text("a.example.com", "1");
        var two = text("b.example.com", "2");
        assertThat(subject(part(List.of(one), List.of(two, one))))
                .isEqualTo("Update example.com: add 2 records, remove 1 record");
        assertThat(subject(part(List.of(), List.of(one)), part(List.of(), List.of(two))))
                .isEqualTo("Update 2 zones: add 2 records");
        assertThat(subject(part(List.of(), List.of())))
                .isEqualTo("Update example.com: start of authority");
    }

    @Test
    void subjectsAreShort() {
        String label = "x".repeat(63);
        var record = text(label + ".example.com", "1");
        assertThat(subject(part(List.of(), List.of(record))))
                .isEqualTo("Update example.com: add 1 record");
        var origin = DomainName.of(label + "." + label);
        var serial = new Serial(1);
        assertThat(subject(new ZonePart(origin, serial, serial, List.of(record), List.of(record))))
                .hasSize(MessageSubject.MOST)
                .contains("…: ");
    }

    @Test
    void longAndManyRecordsAreToldInPart() {
        var records =
                IntStream.range(0, 1000)
                        .mapToObj(i -> text("a.example.com", "\"" + "x".repeat(i % 256) + "\""))
                        .toList();
        var message = message(part(List.of(), records));
        assertThat(message.text().lines())
                .hasSizeLessThan(30)
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(130))
                .contains("and 981 more records");
    }

    @Test
    void manyPeersAreToldInPart() {
        assertThat(full().peers()).hasSize(8).contains("2001:db8::8");
    }

    @Test
    void noTerminalObeysIt() {
        var record = text("\\027[31m.example.com", "\"a\\010b\"");
        assertThat(message(part(List.of(), List.of(record))).text().replace("\n", ""))
                .matches("\\P{Cntrl}*");
    }

    @Test
    void gitSeesItsTrailers(@TempDir Path folder) throws IOException {
        var git = Git.in(folder).write("message", full().text());
        String trailers = git.run("interpret-trailers", "--parse", "message");
        var text = new CommitText(trailers);
        assertThat(text.contained()).isEqualTo(full().contained());
        assertThat(text.peers()).isEqualTo(full().peers());
        assertThat(trailers.lines()).noneMatch(line -> line.startsWith("Added"));
    }

    @Test
    void isReadAgain() {
        var numbers = LongStream.range(1, 400).map(i -> 3 * i).boxed().toList();
        assertThat(full().contained()).contains(new Contained(JOURNAL, Set.copyOf(numbers)));
        assertThat(full().text().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(140));
    }

    @Test
    void aSquashedMessageContainsAllOfItsParts() {
        String other = CommitText.of(JOURNAL, edits(7, 8), List.of()).text();
        var squashed =
                new CommitText(
                        "All of it (#3)\r\n\n* "
                                + (full().text() + "\n* " + other + "\nSigned-off-by: me\n")
                                        .replace("\n", "\r\n"));
        assertThat(squashed.contained().orElseThrow().numbers()).hasSize(399 + 2);
        assertThat(squashed.peers()).contains("192.0.2.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "Add a host\n",
                "Dns-Update:",
                "Dns-Update: ",
                "Dns-Update: 1-3",
                "Dns-Update: 0123456789abcdef",
                "Dns-Update: 0123456789abcdef 3-1",
                "Dns-Update: 0123456789abcdef 0",
                "Dns-Update: 0123456789abcdef 1,,2",
                "Dns-Update: 0123456789abcdef 1-",
                "Dns-Update: 0123456789abcdef 1-999999999999999999",
                "Dns-Update: 0123456789abcdef 99999999999999999999",
                "Dns-Update: 0123456789ABCDEF 1",
                "  Dns-Update: 0123456789abcdef 1",
            })
    void othersMessagesContainNothing(String text) {
        assertThat(new CommitText(text).contained()).isEmpty();
        assertThat(new CommitText(text).peers()).isEmpty();
    }
}
