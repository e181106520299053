package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.SerialPolicy;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.wire.Edns;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.turn.Effect;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// RFC 2136 §3.2 to §3.6, rule by rule. Records of updates are written as `owner ttl class type [data]`.
class UpdateTest {

    private static final TsigKey KEY = Ask.key("k._update.example.com");
    private static final Zone ZONE =
            ZoneText.zone(
                    "example.com",
                    """
                    $TTL 3600
                    @     SOA   ns1 admin 10 7200 900 1209600 300
                    @     NS    ns1
                    @     NS    ns2
                    ns1   A     192.0.2.1
                    ns2   A     192.0.2.2
                    two   A     192.0.2.3
                    two   A     192.0.2.4
                    alias CNAME ns1
                    *     TXT   "wild"
                    a.b   A     192.0.2.5
                    """);
    private static final ServerState STATE =
            ServerState.EMPTY
                    .with(ZONE)
                    .withKeys(List.of(KEY, Ask.key("k._update.two.example.com")));

    private static final Optional<Edns> EDNS = Optional.of(Edns.DEFAULT);

    private static MessageRecord record(String line) {
        String[] parts = line.strip().split("\\s+", 5);
        var type = RecordType.parse(parts[3]).orElseThrow();
        var recordClass =
                switch (parts[2]) {
                    case "ANY" -> RecordClass.ANY;
                    case "NONE" -> RecordClass.NONE;
                    case "CH" -> RecordClass.CH;
                    default -> RecordClass.IN;
                };
        Optional<RecordData> data =
                parts.length == 5 ? Optional.of(RecordData.of(type, parts[4])) : Optional.empty();
        return new MessageRecord(
                DomainName.of(parts[0]), type, recordClass, Long.parseLong(parts[1]), data);
    }

    private static List<MessageRecord> records(String lines) {
        return lines.isEmpty()
                ? List.of()
                : lines.lines()
                        .flatMap(l -> List.of(l.split(";")).stream())
                        .map(UpdateTest::record)
                        .toList();
    }

    private static Effect send(String prerequisites, String changes) {
        var update = Ask.update("example.com", records(prerequisites), records(changes));
        return Ask.effect(STATE, Ask.sign(update, KEY), Ask.TCP);
    }

    private static Zone changed(String changes) {
        return switch (send("", changes)) {
            case Effect.Proposal(var change, _, _) -> change.after();
            case Effect.Answer _,
                    Effect.Refusal _,
                    Effect.News _,
                    Effect.Stream _,
                    Effect.Registration _,
                    Effect.Silence _ ->
                    ZONE;
        };
    }

    @ParameterizedTest
    @CsvSource({
        // RFC 2136 §2.4.4, §2.4.5: a name in use
        "two.example.com 0 ANY ANY,                                    NOERROR",
        "none.example.com 0 ANY ANY,                                   NXDOMAIN",
        "b.example.com 0 ANY ANY,                                      NXDOMAIN",
        "none.example.com 0 NONE ANY,                                  NOERROR",
        "two.example.com 0 NONE ANY,                                   YXDOMAIN",
        // §2.4.1, §2.4.3: a set that exists, or not; wildcards do not count
        "two.example.com 0 ANY A,                                      NOERROR",
        "two.example.com 0 ANY TXT,                                    NXRRSET",
        "none.example.com 0 ANY TXT,                                   NXRRSET",
        "two.example.com 0 NONE TXT,                                   NOERROR",
        "two.example.com 0 NONE A,                                     YXRRSET",
        // §2.4.2: a set with these data and no others, TTLs aside
        "two.example.com 0 IN A 192.0.2.3;two.example.com 0 IN A 192.0.2.4, NOERROR",
        "two.example.com 0 IN A 192.0.2.3,                             NXRRSET",
        "ns1.example.com 0 IN A 192.0.2.1,                             NOERROR",
        // §3.2: shape
        "two.example.com 60 ANY A,                                     FORMERR",
        "two.example.com 0 ANY A 192.0.2.3,                            FORMERR",
        "two.example.com 0 CH A,                                       FORMERR",
        "example.net 0 ANY ANY,                                        NOTZONE",
    })
    void weighsPrerequisites(String prerequisites, String rcode) {
        var reply = Ask.reply(send(prerequisites, "new.example.com 60 IN A 192.0.2.9"));
        assertThat(reply.rcode()).hasToString(rcode);
    }

    @ParameterizedTest
    @CsvSource({
        "new.example.com 60 IN A,                   FORMERR",
        "new.example.com 60 ANY A,                  FORMERR",
        "new.example.com 0 ANY A 192.0.2.9,         FORMERR",
        "new.example.com 0 ANY AXFR,                FORMERR",
        "new.example.com 60 NONE A 192.0.2.9,       FORMERR",
        "new.example.com 0 CH A 192.0.2.9,          FORMERR",
    })
    void scansTheShapeOfChangesFirst(String change, String rcode) {
        assertThat(Ask.reply(send("", change)).rcode()).hasToString(rcode);
    }

    @Test
    void refusesNamesOutsideTheZone() {
        var state = STATE.withKeys(List.of(Ask.key("k._update")));
        var update =
                Ask.update("example.com", List.of(), records("www.example.net 60 IN A 192.0.2.9"));
        var effect = Ask.effect(state, Ask.sign(update, Ask.key("k._update")), Ask.TCP);
        assertThat(Ask.reply(effect).rcode()).isEqualTo(Rcode.NOTZONE);
    }

    @Test
    void addsARecordAndMovesTheSerial() {
        var after = changed("new.example.com 60 IN A 192.0.2.9");
        assertThat(after.recordSet(DomainName.of("new.example.com"), RecordType.A)).isPresent();
        assertThat(after.serial()).contains(new Serial(11));
    }

    @Test
    void changesTheTtlOfTheWholeSet() {
        var set =
                changed("two.example.com 60 IN A 192.0.2.3")
                        .recordSet(DomainName.of("two.example.com"), RecordType.A);
        assertThat(set.orElseThrow().ttl().seconds()).isEqualTo(60);
        assertThat(set.orElseThrow().data()).hasSize(2);
    }

    @Test
    void changesNothingWhenAllIsAsWanted() {
        assertThat(send("", "two.example.com 3600 IN A 192.0.2.3"))
                .isInstanceOf(Effect.Answer.class);
    }

    @ParameterizedTest
    @CsvSource({
        "alias.example.com 60 IN A 192.0.2.9",
        "two.example.com 60 IN CNAME ns1.example.com.",
        "two.example.com 0 NONE A 192.0.2.99",
        "example.com 0 ANY SOA",
        "example.com 0 ANY NS",
        "example.com 0 ANY ANY",
        "example.com 0 NONE SOA ns1.example.com. admin.example.com. 10 7200 900 1209600 300",
        "example.com 60 IN SOA ns1.example.com. admin.example.com. 9 7200 900 1209600 300",
        "sub.example.com 60 IN SOA ns1.example.com. admin.example.com. 11 7200 900 1209600 300",
        "alias.example.com 0 NONE CNAME ns2.example.com.",
    })
    void ignoresWhatTheRulesSayToIgnore(String change) {
        assertThat(changed(change)).isEqualTo(ZONE);
    }

    @Test
    void replacesAnAlias() {
        var set =
                changed("alias.example.com 60 IN CNAME ns2.example.com.")
                        .recordSet(DomainName.of("alias.example.com"), RecordType.CNAME);
        assertThat(set.orElseThrow().data())
                .hasSize(1)
                .first()
                .hasToString("CNAME ns2.example.com.");
    }

    @Test
    void deletesARecordASetAndAName() {
        var two = DomainName.of("two.example.com");
        assertThat(
                        changed("two.example.com 0 NONE A 192.0.2.3")
                                .recordSet(two, RecordType.A)
                                .orElseThrow()
                                .data())
                .hasSize(1);
        assertThat(changed("two.example.com 0 ANY A").exists(two)).isFalse();
        assertThat(changed("two.example.com 0 ANY ANY").exists(two)).isFalse();
    }

    @Test
    void keepsTheLastNameServer() {
        var after =
                changed(
                        "example.com 0 NONE NS ns1.example.com.;example.com 0 NONE NS ns2.example.com.");
        assertThat(after.recordSet(ZONE.origin(), RecordType.NS).orElseThrow().data()).hasSize(1);
    }

    @Test
    void takesASerialThatTheUpdateMovedForward() {
        var soa =
                "example.com 60 IN SOA ns1.example.com. admin.example.com. 2026112201 7200 900 1209600 300";
        assertThat(changed(soa).serial()).contains(new Serial(2026112201L));
    }

    @Test
    void refusesWhatWouldBreakTheZoneAndSaysHow() {
        var effect = send("", "ns1.example.com 0 ANY A");
        assertThat(effect)
                .isInstanceOfSatisfying(
                        Effect.Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .startsWith("ns-without-address: name server 'ns1."));
        assertThat(Ask.reply(effect).rcode()).isEqualTo(Rcode.REFUSED);
    }

    @Test
    void wantsASignatureByAKeyWithTheRight() {
        var update =
                Ask.update("example.com", List.of(), records("new.example.com 60 IN A 192.0.2.9"));
        assertThat(Ask.answer(STATE, update, Ask.TCP).rcode()).isEqualTo(Rcode.REFUSED);
        var foreign =
                Ask.effect(STATE, Ask.sign(update, Ask.key("k._update.two.example.com")), Ask.TCP);
        assertThat(Ask.reply(foreign).rcode()).isEqualTo(Rcode.REFUSED);
        var unknown = Ask.effect(STATE, Ask.sign(update, Ask.key("unknown")), Ask.TCP);
        assertThat(Ask.reply(unknown).rcode()).isEqualTo(Rcode.NOTAUTH);
    }

    @ParameterizedTest
    @CsvSource({"example.com", "two.example.com"})
    void letsTheKeyOfAHostChangeThatHost(String section) {
        var update =
                Ask.update(section, List.of(), records("two.example.com 60 IN AAAA 2001:db8::9"));
        var effect =
                Ask.effect(STATE, Ask.sign(update, Ask.key("k._update.two.example.com")), Ask.TCP);
        assertThat(effect).isInstanceOf(Effect.Proposal.class);
    }

    @Test
    void knowsNoOtherZone() {
        var update = Ask.update("example.org", List.of(), List.of());
        assertThat(Ask.reply(Ask.effect(STATE, Ask.sign(update, KEY), Ask.TCP)).rcode())
                .isEqualTo(Rcode.NOTAUTH);
    }

    @Test
    void changesNoSecondaryZoneAndSaysSo() {
        var primaries = Set.of(InetAddress.getLoopbackAddress());
        for (var state :
                List.of(
                        STATE.withSecondary(ZONE.origin(), primaries),
                        STATE.without(ZONE.origin()).withSecondary(ZONE.origin(), primaries))) {
            var update = Ask.update("example.com", List.of(), List.of()).withEdns(EDNS);
            var reply = Ask.reply(Ask.effect(state, Ask.sign(update, KEY), Ask.TCP));
            assertThat(reply.rcode()).isEqualTo(Rcode.REFUSED);
            assertThat(explanation(reply)).contains("'example.com' is a secondary zone here");
        }
    }

    private static String explanation(Message reply) {
        return reply.edns().orElseThrow().options().toString();
    }

    @Test
    void namesTheFindingInTheExtendedError() {
        var update =
                Ask.update("example.com", List.of(), records("ns1.example.com 0 ANY A"))
                        .withEdns(EDNS);
        var reply = Ask.reply(Ask.effect(STATE, Ask.sign(update, KEY), Ask.TCP));
        assertThat(explanation(reply)).contains("ns-without-address: name server 'ns1.");
    }

    @Test
    void letsFaultsBeThatTheZoneHadBefore() {
        var faulty =
                ServerState.EMPTY
                        .withKeys(List.of(KEY))
                        .with(
                                ZONE.with(
                                        RecordSet.of(
                                                ResourceRecord.of(
                                                        "cut.example.com",
                                                        60,
                                                        RecordType.NS,
                                                        "ns.cut.example.com."))));
        assertThat(effect(faulty, "new.example.com 60 IN A 192.0.2.9"))
                .isInstanceOf(Effect.Proposal.class);
        assertThat(effect(faulty, "cut.example.com 60 IN NS ns.example.net."))
                .isInstanceOf(Effect.Proposal.class);
        assertThat(effect(faulty, "cut.example.com 60 IN NS ns2.cut.example.com."))
                .isInstanceOf(Effect.Refusal.class);
    }

    private static Effect effect(ServerState state, String changes) {
        var update = Ask.update("example.com", List.of(), records(changes));
        return Ask.effect(state, Ask.sign(update, KEY), Ask.TCP);
    }

    @ParameterizedTest
    @CsvSource({
        "INCREMENT, new.example.com 60 IN A 192.0.2.9, 11",
        "DATE,      new.example.com 60 IN A 192.0.2.9, 2026112201",
        "UNIX,      new.example.com 60 IN A 192.0.2.9, 1795348800",
        // the update moves it forward itself
        "DATE, example.com 60 IN SOA ns1.example.com. admin.example.com. 20 7200 900 1209600 300, 20",
        // or backward, which is ignored
        "UNIX, example.com 60 IN SOA ns1.example.com. admin.example.com. 9 7200 900 1209600 300;new.example.com 60 IN A 192.0.2.9, 1795348800",
    })
    void movesTheSerialAsItIsToldTo(SerialPolicy policy, String changes, long serial) {
        var state = STATE.withSettings(STATE.settings().withSerials(policy));
        assertThat(effect(state, changes))
                .isInstanceOfSatisfying(
                        Effect.Proposal.class,
                        proposal ->
                                assertThat(proposal.change().after().serial())
                                        .contains(new Serial(serial)));
    }

    @ParameterizedTest
    @CsvSource({
        "k._update.example.com,     none.example.com 0 ANY ANY, 0",
        "k._update.two.example.com, two.example.com 0 ANY ANY,  18",
    })
    void tellsAnUnmetPrerequisiteFromALackOfRights(String key, String prerequisite, int code) {
        var update =
                Ask.update(
                                "example.com",
                                records(prerequisite),
                                records("new.example.com 60 IN A 192.0.2.9"))
                        .withEdns(EDNS);
        var reply = Ask.reply(Ask.effect(STATE, Ask.sign(update, Ask.key(key)), Ask.TCP));
        assertThat(explanation(reply)).contains("ExtendedError[code=" + code + ",");
    }
}
