package io.github.dnscli.server.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.SerialPolicy;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.Opcode;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Random updates, one after the other, against a plain model of the RFC.
class RandomUpdatesTest {

    private static final DomainName ORIGIN = DomainName.of("example.com");
    private static final Zone ZONE =
            Zone.of(
                    ORIGIN,
                    List.of(
                            ResourceRecord.of(
                                    "example.com",
                                    60,
                                    RecordType.SOA,
                                    // Close to where serials come round.
                                    "ns1.example.net. admin.example.net. 4294967000 7200 900 1209600 300"),
                            ResourceRecord.of(
                                    "example.com", 60, RecordType.NS, "ns1.example.net.")));

    @Test
    void makeOfAZoneWhatTheRfcSays() {
        run(40, 50);
    }

    @Test
    @Tag("slow")
    void makeOfAZoneWhatTheRfcSaysManyTimes() {
        run(500, 200);
    }

    private static void run(int zones, int updates) {
        for (int seed = 0; seed < zones; seed++) {
            var random = new Random(seed);
            var zone = ZONE;
            var model = new ZoneModel(ZONE);
            for (int i = 0; i < updates; i++) {
                zone = step(zone, model, new RandomUpdate(random, zone));
            }
        }
    }

    private static Zone step(Zone zone, ZoneModel model, RandomUpdate update) {
        var message =
                Message.request(1, Opcode.UPDATE, Question.of(ORIGIN, RecordType.SOA))
                        .withSections(update.prerequisites(), update.changes(), List.of());
        String wanted = model.update(message.answers(), message.authority());
        var outcome = evaluate(zone, message);
        assertThat(rcode(outcome)).as("%s", message).isEqualTo(wanted);
        var after =
                switch (outcome) {
                    case UpdateOutcome.Changed(var changed, var diff) -> {
                        assertThat(diff).isEqualTo(ZoneDiff.between(zone, changed));
                        assertThat(newer(zone, changed)).as("%s", message).isTrue();
                        yield changed;
                    }
                    case UpdateOutcome.Unchanged _, UpdateOutcome.Rejected _ -> zone;
                };
        assertThat(ZoneDiff.between(model.zone(), after).changes()).as("%s", message).isEmpty();
        return after;
    }

    private static UpdateOutcome evaluate(Zone zone, Message message) {
        var key = DomainName.of("k._update");
        var home = InetAddress.getLoopbackAddress();
        return new UpdateEvaluation(zone, ORIGIN, message)
                .evaluate(
                        new Permission(zone, KeyRights.BY_NAME, key, home),
                        SerialPolicy.INCREMENT,
                        Instant.EPOCH);
    }

    private static String rcode(UpdateOutcome outcome) {
        return switch (outcome) {
            case UpdateOutcome.Changed _, UpdateOutcome.Unchanged _ -> "NOERROR";
            case UpdateOutcome.Rejected(var rcode, _) -> rcode.toString();
        };
    }

    private static boolean newer(Zone before, Zone after) {
        return after.serial().orElseThrow().isNewerThan(before.serial().orElseThrow());
    }
}
