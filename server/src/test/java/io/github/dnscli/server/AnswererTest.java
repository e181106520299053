package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.wire.Decoded;
import io.github.dnscli.common.wire.Edns;
import io.github.dnscli.common.wire.EdnsOption;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Opcode;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.turn.Effect;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswererTest {

    private static final ServerState STATE =
            ServerState.EMPTY
                    .with(
                            ZoneText.zone(
                                    "example.com",
                                    """
                                    $TTL 3600
                                    @        SOA   ns1 admin 1 7200 900 1209600 300
                                    @        NS    ns1
                                    @        MX    10 mail
                                    ns1      A     192.0.2.1
                                    ns1      AAAA  2001:db8::1
                                    mail     A     192.0.2.2
                                    www      CNAME ns1
                                    far      CNAME www.example.net.
                                    away     CNAME www.example.org.
                                    loop     CNAME pool
                                    pool     CNAME loop
                                    *.wild   TXT   "any"
                                    a.deep   A     192.0.2.3
                                    sub      NS    ns.sub
                                    sub      DS    1 13 2 00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF
                                    ns.sub   A     192.0.2.4
                                    moved    DNAME example.net.
                                    big      TXT   "%1$s" "%1$s" "%1$s"
                                    big      TXT   "x" "%1$s" "%1$s" "%1$s"
                                    """
                                            .formatted("0123456789".repeat(25))))
                    .with(
                            ZoneText.zone(
                                    "example.net",
                                    """
                                    $TTL 60
                                    @   SOA ns1 admin 1 7200 900 1209600 300
                                    @   NS  ns1
                                    ns1 A   192.0.2.5
                                    www A   192.0.2.6
                                    """));

    private static Message ask(String name, RecordType type) {
        return Ask.answer(STATE, Ask.query(name, type), Ask.UDP);
    }

    private static List<String> lines(List<MessageRecord> records) {
        return records.stream()
                .map(r -> r.owner().display() + " " + r.data().orElseThrow())
                .toList();
    }

    @Test
    void answersWithAuthority() {
        var reply = ask("ns1.example.com", RecordType.A);
        assertThat(reply.rcode()).isEqualTo(Rcode.NOERROR);
        assertThat(reply.flags()).containsExactlyInAnyOrder(Flag.QR, Flag.AA);
        assertThat(lines(reply.answers())).containsExactly("ns1.example.com A 192.0.2.1");
    }

    @Test
    void keepsTheCaseOfTheQuestionAndTheBitsItEchoes() {
        var query = Ask.query("NS1.eXample.com", RecordType.A).withFlags(Set.of(Flag.RD, Flag.CD));
        var reply = Ask.answer(STATE, query, Ask.UDP);
        assertThat(reply.questions().getFirst().name()).hasToString("NS1.eXample.com.");
        assertThat(reply.flags()).contains(Flag.RD, Flag.CD);
    }

    @Test
    void addsTheAddressesOfHostsThatAnswersName() {
        assertThat(lines(ask("example.com", RecordType.MX).additional()))
                .containsExactly("mail.example.com A 192.0.2.2");
        assertThat(lines(ask("example.com", RecordType.ANY).additional()))
                .contains("ns1.example.com A 192.0.2.1", "ns1.example.com AAAA 2001:db8::1");
    }

    @Test
    void followsAnAliasWithinAndAcrossItsZones() {
        assertThat(lines(ask("www.example.com", RecordType.A).answers()))
                .containsExactly(
                        "www.example.com CNAME ns1.example.com.", "ns1.example.com A 192.0.2.1");
        assertThat(lines(ask("far.example.com", RecordType.A).answers()))
                .containsExactly(
                        "far.example.com CNAME www.example.net.", "www.example.net A 192.0.2.6");
    }

    @Test
    void leavesTheRestOfAnAliasToTheClientWhenItLeavesItsZones() {
        var reply = ask("away.example.com", RecordType.A);
        assertThat(reply.rcode()).isEqualTo(Rcode.NOERROR);
        assertThat(lines(reply.answers()))
                .containsExactly("away.example.com CNAME www.example.org.");
    }

    @Test
    void endsWhenAliasesLeadBack() {
        assertThat(ask("loop.example.com", RecordType.A).answers()).hasSize(2);
    }

    @Test
    void makesAnAliasFromThatOfASubtree() {
        assertThat(lines(ask("www.moved.example.com", RecordType.A).answers()))
                .containsExactly(
                        "moved.example.com DNAME example.net.",
                        "www.moved.example.com CNAME www.example.net.",
                        "www.example.net A 192.0.2.6");
    }

    @Test
    void refersToTheServersOfADelegationWithTheirGlue() {
        var reply = ask("www.sub.example.com", RecordType.A);
        assertThat(reply.has(Flag.AA)).isFalse();
        assertThat(reply.answers()).isEmpty();
        assertThat(lines(reply.authority()))
                .containsExactly("sub.example.com NS ns.sub.example.com.");
        assertThat(lines(reply.additional())).containsExactly("ns.sub.example.com A 192.0.2.4");
    }

    @Test
    void answersForTheSignerOfADelegationAsTheParent() {
        var reply = ask("sub.example.com", RecordType.DS);
        assertThat(reply.has(Flag.AA)).isTrue();
        assertThat(reply.answers()).hasSize(1);
    }

    @Test
    void answersFromAWildcardUnderTheNameAskedFor() {
        assertThat(lines(ask("x.wild.example.com", RecordType.TXT).answers()))
                .containsExactly("x.wild.example.com TXT \"any\"");
    }

    @Test
    void deniesWithTheStartOfAuthorityCachedForItsMinimum() {
        var noData = ask("deep.example.com", RecordType.A);
        assertThat(noData.rcode()).isEqualTo(Rcode.NOERROR);
        assertThat(noData.authority()).hasSize(1);
        var noName = ask("nothing.example.com", RecordType.A);
        assertThat(noName.rcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(noName.has(Flag.AA)).isTrue();
        assertThat(noName.authority().getFirst().ttl()).isEqualTo(300);
    }

    @Test
    void refusesNamesOfOtherZonesAndSaysWhy() {
        var query = Ask.query("www.example.org", RecordType.A).withEdns(Optional.of(Edns.DEFAULT));
        var reply = Ask.answer(STATE, query, Ask.UDP);
        assertThat(reply.rcode()).isEqualTo(Rcode.REFUSED);
        assertThat(reply.edns().orElseThrow().options())
                .containsExactly(new EdnsOption.ExtendedError(20, "no zone here for this name"));
    }

    /// RFC 8482 §4.1.
    @Test
    void tellsTheApexOfAZoneByItsServersAndOtherNamesByOneSet() {
        var apex = ask("example.com", RecordType.ANY);
        assertThat(lines(apex.answers()))
                .containsExactly(
                        "example.com SOA ns1.example.com. admin.example.com. 1 7200 900 1209600 300",
                        "example.com NS ns1.example.com.");
        assertThat(apex.additional()).hasSize(2);
        assertThat(lines(ask("ns1.example.com", RecordType.ANY).answers()))
                .containsExactly("ns1.example.com A 192.0.2.1");
        var all = Ask.answer(STATE, Ask.query("ns1.example.com", RecordType.ANY), Ask.TCP);
        assertThat(all.answers()).hasSize(2);
    }

    @Test
    void saysItsNameToWhoAsksForIt() {
        var state = STATE.withSettings(STATE.settings().withIdentity("ns1-ü"));
        var asking = Edns.DEFAULT.with(new EdnsOption.Opaque(3, ""));
        var query = Ask.query("ns1.example.com", RecordType.A);

        var reply = Ask.answer(state, query.withEdns(Optional.of(asking)), Ask.UDP);

        assertThat(reply.edns().orElseThrow().options())
                .containsExactly(EdnsOption.Opaque.nsid("ns1-ü"));
        assertThat(Ask.answer(state, query.withEdns(Optional.of(Edns.DEFAULT)), Ask.UDP).edns())
                .contains(Edns.DEFAULT);
        assertThat(Ask.answer(STATE, query.withEdns(Optional.of(asking)), Ask.UDP).edns())
                .contains(Edns.DEFAULT);
    }

    @Test
    void signsTheAnswerToASignedQueryAndLeavesRoomForThat() {
        var key = Ask.key("k._transfer.example.com");
        var state = STATE.withKeys(List.of(key));
        byte[] query = Ask.sign(Ask.query("example.com", RecordType.MX), key);

        var effect = Ask.effect(state, query, Ask.UDP);

        assertThat(((Effect.Answer) effect).wire().octets()).hasSizeLessThanOrEqualTo(512);
        assertThat(MessageCodec.decode(((Effect.Answer) effect).wire().octets()))
                .isInstanceOfSatisfying(
                        Decoded.Valid.class, valid -> assertThat(valid.tsig()).isPresent());
    }

    @ParameterizedTest
    @CsvSource({"41, FORMERR", "250, FORMERR", "0, FORMERR", "128, FORMERR", "254, NOTIMP"})
    void doesNotLookForTypesThatNoZoneHas(int type, String rcode) {
        assertThat(ask("example.com", RecordType.of(type)).rcode()).hasToString(rcode);
    }

    @Test
    void refusesOtherClasses() {
        var question = new Question(DomainName.of("version.bind"), RecordType.TXT, RecordClass.CH);
        var reply = Ask.answer(STATE, Message.request(1, Opcode.QUERY, question), Ask.UDP);
        assertThat(reply.rcode()).isEqualTo(Rcode.REFUSED);
    }

    @Test
    void cutsWhatDoesNotFitADatagram() {
        var reply = ask("big.example.com", RecordType.TXT);
        assertThat(reply.has(Flag.TC)).isTrue();
        assertThat(reply.answers()).isEmpty();
        var whole = Ask.answer(STATE, Ask.query("big.example.com", RecordType.TXT), Ask.TCP);
        assertThat(whole.has(Flag.TC)).isFalse();
        assertThat(whole.answers()).hasSize(2);
    }

    @Test
    void keepsDatagramsSmallWhateverTheClientTakes() {
        var greedy = Optional.of(new Edns(4096, 0, false, List.of()));
        var query = Ask.query("big.example.com", RecordType.TXT).withEdns(greedy);
        var reply = Ask.answer(STATE, query, Ask.UDP);
        assertThat(reply.has(Flag.TC)).isTrue();
        assertThat(reply.edns().orElseThrow().udpSize()).isEqualTo(1232);
    }

    @Test
    void tellsThatAnEdnsVersionIsUnknown() {
        var future = Optional.of(new Edns(1232, 1, false, List.of()));
        var reply =
                Ask.answer(
                        STATE, Ask.query("example.com", RecordType.SOA).withEdns(future), Ask.UDP);
        assertThat(reply.rcode()).isEqualTo(Rcode.BADVERS);
        assertThat(reply.edns().orElseThrow().version()).isZero();
    }

    @Test
    void wantsExactlyOneQuestion() {
        var query = Ask.query("example.com", RecordType.SOA);
        var two =
                new Message(
                        1,
                        Opcode.QUERY,
                        Set.of(),
                        Rcode.NOERROR,
                        List.of(query.questions().getFirst(), query.questions().getFirst()),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty());
        var reply = Ask.answer(STATE, two, Ask.UDP);
        assertThat(reply.rcode()).isEqualTo(Rcode.FORMERR);
        assertThat(reply.questions()).isEmpty();
    }

    @Test
    void hasAnOptRecordInAllThatItSaysToWhoHasOne() {
        var stranger = Ask.key("stranger.example.com");
        var status = Message.request(1, new Opcode(2), Question.of(DomainName.ROOT, RecordType.A));
        var edns = Optional.of(new Edns(4096, 0, true, List.of()));
        for (var request :
                List.of(
                        Ask.query("example.com", RecordType.A),
                        Ask.query("example.com", RecordType.OPT),
                        Ask.query("example.com", RecordType.AXFR),
                        Ask.query("example.org", RecordType.A),
                        Ask.update("example.org", List.of(), List.of()),
                        status)) {
            var asked = request.withEdns(edns);
            assertThat(Ask.answer(STATE, asked, Ask.UDP).edns()).isPresent();
            assertThat(Ask.reply(Ask.effect(STATE, Ask.sign(asked, stranger), Ask.UDP)).edns())
                    .isPresent();
            assertThat(Ask.answer(STATE, request, Ask.UDP).edns()).isEmpty();
        }
    }

    @Test
    void doesNotKnowOtherOperations() {
        var status = Message.request(1, new Opcode(2), Question.of(DomainName.ROOT, RecordType.A));
        assertThat(Ask.answer(STATE, status, Ask.UDP).rcode()).isEqualTo(Rcode.NOTIMP);
    }

    @Test
    void neverAnswersAReply() {
        byte[] reply =
                MessageCodec.encode(Ask.query("example.com", RecordType.A).reply(Rcode.NOERROR));
        assertThat(Ask.effect(STATE, reply, Ask.UDP)).isInstanceOf(Effect.Silence.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 11})
    void isSilentWhenThereIsNotEvenAHeader(int length) {
        assertThat(Ask.effect(STATE, new byte[length], Ask.UDP)).isInstanceOf(Effect.Silence.class);
    }
}
