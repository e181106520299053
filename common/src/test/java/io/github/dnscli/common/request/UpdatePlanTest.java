package io.github.dnscli.common.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.zone.Zone;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UpdatePlanTest {

    private static final String APEX =
            """
            @    SOA  ns hostmaster 1 3600 600 86400 300
            @    NS   ns
            ns   A    127.0.0.1
            """;

    private static Zone zone(String more) {
        return ZoneText.zone("example.test", APEX + more);
    }

    private static List<String> words(List<MessageRecord> records) {
        return records.stream()
                .map(
                        record ->
                                Stream.of(
                                                record.owner().relativeTo(zone("").origin()),
                                                record.recordClass().toString(),
                                                record.type().toString(),
                                                record.data().map(d -> d.text()).orElse(""))
                                        .reduce((a, b) -> a + " " + b)
                                        .orElseThrow()
                                        .strip())
                .toList();
    }

    private static Update only(Zone before, Zone after) {
        var updates = UpdatePlan.between(before, after).updates();
        assertThat(updates).hasSize(1);
        return updates.getFirst();
    }

    @Test
    void nothingIsAskedForWhereNothingDiffers() {
        assertThat(UpdatePlan.between(zone(""), zone("")).updates()).isEmpty();
    }

    @Test
    void onlyWhatDiffersIsChangedIfTheSetIsAsItWas() {
        var update =
                only(
                        zone("www A 192.0.2.1\nwww A 192.0.2.2"),
                        zone("www A 192.0.2.2\nwww A 192.0.2.3"));
        assertThat(words(update.prerequisites()))
                .containsExactly("www IN A 192.0.2.1", "www IN A 192.0.2.2", "www NONE CNAME");
        assertThat(words(update.changes()))
                .containsExactly("www IN A 192.0.2.3", "www NONE A 192.0.2.1");
    }

    @Test
    void newNameMustNotBeThere() {
        var update = only(zone(""), zone("www A 192.0.2.1\nwww TXT new"));
        assertThat(words(update.prerequisites())).containsExactly("www NONE ANY");
        assertThat(words(update.changes()))
                .containsExactly("www IN A 192.0.2.1", "www IN TXT \"new\"");
    }

    @Test
    void setThatIsGoneMakesRoomForAnAlias() {
        var update = only(zone("www A 192.0.2.1"), zone("www CNAME ns"));
        assertThat(words(update.prerequisites()))
                .containsExactly("www IN A 192.0.2.1", "www NONE CNAME");
        assertThat(words(update.changes()))
                .containsExactly("www ANY A", "www IN CNAME ns.example.test.");
    }

    @Test
    void anotherTtlReplacesTheSet() {
        var update = only(zone("www 60 A 192.0.2.1"), zone("www 90 A 192.0.2.1"));
        assertThat(words(update.changes())).containsExactly("www ANY A", "www IN A 192.0.2.1");
        assertThat(update.changes().getLast().ttl()).isEqualTo(90);
    }

    @Test
    void nameServersComeBeforeOthersGo() {
        var before = zone("");
        var after =
                ZoneText.zone(
                        "example.test", APEX.replace("NS   ns", "NS   ns2") + "ns2 A 127.0.0.2");
        var update = only(before, after);
        assertThat(words(update.changes()))
                .containsExactly(
                        "@ IN NS ns2.example.test.",
                        "@ NONE NS ns.example.test.",
                        "ns2 IN A 127.0.0.2");
    }

    @Test
    void serialAloneIsNoChange() {
        var after = zone("").withSerial(new Serial(9));
        assertThat(UpdatePlan.between(zone(""), after).updates()).isEmpty();
    }

    @Test
    void timersChangeWithANewerSerial() {
        var after = ZoneText.zone("example.test", APEX.replace("3600 600", "7200 600"));
        var update = only(zone(""), after);
        assertThat(words(update.prerequisites()).getFirst()).startsWith("@ IN SOA");
        assertThat(words(update.changes()))
                .containsExactly(
                        "@ IN SOA ns.example.test. hostmaster.example.test. 2 7200 600 86400 300");
    }

    private static String hosts(int count) {
        var lines = new StringBuilder();
        IntStream.range(0, count)
                .forEach(i -> lines.append("host-%05d A 192.0.2.%d\n".formatted(i, i % 250)));
        return lines.toString();
    }

    @Test
    void changesThatFitIntoAMessageStayTogether() {
        assertThat(UpdatePlan.between(zone(""), zone(hosts(1000))).updates()).hasSize(1);
    }

    @Test
    void othersAreSplitByNames() {
        var updates = UpdatePlan.between(zone(""), zone(hosts(5000))).updates();
        assertThat(updates).hasSizeBetween(3, 5);
        assertThat(updates.stream().mapToInt(update -> update.changes().size()).sum())
                .isEqualTo(5000);
        assertThat(updates)
                .allMatch(update -> MessageCodec.length(update.message(0)) <= 65535 - 700)
                .allMatch(update -> update.changes().size() == update.prerequisites().size());
    }

    @Test
    void setTooLargeToBeRepeatedMustBeThere() {
        var text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            text.append("big TXT \"%s %d\"\n".formatted("x".repeat(240), i));
        }
        var update = only(zone(text.toString()), zone(text + "big TXT more"));
        assertThat(update.changes()).hasSize(1);
        var smaller = only(zone(text.toString()), zone("big TXT less"));
        assertThat(words(smaller.prerequisites())).containsExactly("big ANY TXT", "big NONE CNAME");
    }
}
