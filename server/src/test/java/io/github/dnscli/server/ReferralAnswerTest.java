package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.wire.Edns;
import io.github.dnscli.common.wire.EdnsOption;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.server.state.ServerState;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferralAnswerTest {

    private static final String MANY =
            IntStream.range(0, 10)
                    .mapToObj(
                            i ->
                                    "many NS n%1$d.many\nn%1$d.many A 192.0.2.%1$d\n"
                                            .formatted(i)
                                            .concat(
                                                    "n%1$d.many AAAA 2001:db8::%1$d\n"
                                                            .formatted(i)))
                    .reduce("", String::concat);

    private static final ServerState PARENT =
            ServerState.EMPTY.with(
                    ZoneText.zone(
                            "example.com",
                            """
                            $TTL 3600
                            @         SOA ns1 admin 1 7200 900 1209600 300
                            @         NS  ns1
                            ns1       A   192.0.2.1
                            child     NS  a.sibling
                            child     NS  ns.outside.example.
                            child     NS  ns1
                            child     NS  z.child
                            child     DS  1 13 2 00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF
                            z.child   A   192.0.2.2
                            deep.child NS ns1
                            sibling   NS  a.sibling
                            a.sibling A   192.0.2.3
                            """
                                    + MANY));

    private static final ServerState BOTH =
            PARENT.with(
                    ZoneText.zone(
                            "child.example.com",
                            """
                            $TTL 60
                            @   SOA z admin 1 7200 900 1209600 30
                            @   NS  z
                            z   A   192.0.2.2
                            """));

    private static Message ask(ServerState state, String name, RecordType type) {
        return Ask.answer(state, Ask.query(name, type), Ask.UDP);
    }

    private static List<String> owners(List<MessageRecord> records) {
        return records.stream().map(record -> record.owner().display()).toList();
    }

    @Test
    void putsTheGlueThatIsNeededFirst() {
        var reply = ask(PARENT, "www.child.example.com", RecordType.A);

        assertThat(reply.has(Flag.AA)).isFalse();
        assertThat(reply.authority()).hasSize(4);
        assertThat(owners(reply.additional()))
                .containsExactly("z.child.example.com", "a.sibling.example.com", "ns1.example.com");
    }

    @Test
    void looksNoFurtherThanTheTopmostCut() {
        assertThat(owners(ask(PARENT, "x.deep.child.example.com", RecordType.A).authority()))
                .containsOnly("child.example.com");
        assertThat(owners(ask(PARENT, "z.child.example.com", RecordType.A).authority()))
                .containsOnly("child.example.com");
    }

    /// RFC 9471 §3.
    @Test
    void saysWhenGlueThatIsNeededDoesNotFit() {
        assertThat(ask(PARENT, "www.many.example.com", RecordType.A).has(Flag.TC)).isTrue();
        var whole = Ask.answer(PARENT, Ask.query("www.many.example.com", RecordType.A), Ask.TCP);
        assertThat(whole.has(Flag.TC)).isFalse();
        assertThat(whole.additional()).hasSize(20);
    }

    /// RFC 4035 §3.1.4.1.
    @Test
    void answersForTheSignersOfAChildAsItsParentEvenWhenItServesTheChildToo() {
        for (var state : List.of(PARENT, BOTH)) {
            var reply = ask(state, "child.example.com", RecordType.DS);
            assertThat(reply.has(Flag.AA)).isTrue();
            assertThat(reply.answers()).hasSize(1);
        }
        assertThat(ask(BOTH, "child.example.com", RecordType.A).authority().getFirst().owner())
                .hasToString("child.example.com.");
    }

    @Test
    void deniesTheSignersOfAZoneWhoseParentIsElsewhere() {
        var reply = ask(PARENT, "example.com", RecordType.DS);

        assertThat(reply.rcode()).isEqualTo(Rcode.NOERROR);
        assertThat(reply.has(Flag.AA)).isTrue();
        assertThat(reply.authority().getFirst().type()).isEqualTo(RecordType.SOA);
    }

    @Test
    void doesNotAnswerForAZoneThatHasNotComeFromItsPrimary() {
        var state =
                PARENT.withSecondary(
                        DomainName.of("child.example.com"),
                        Set.of(InetAddress.ofLiteral("192.0.2.53")));
        var query =
                Ask.query("www.child.example.com", RecordType.A)
                        .withEdns(Optional.of(Edns.DEFAULT));

        var reply = Ask.answer(state, query, Ask.UDP);

        assertThat(reply.rcode()).isEqualTo(Rcode.SERVFAIL);
        assertThat(reply.edns().orElseThrow().options())
                .containsExactly(
                        new EdnsOption.ExtendedError(14, "the zone has not come from its primary"));
        assertThat(ask(state, "ns1.example.com", RecordType.A).rcode()).isEqualTo(Rcode.NOERROR);
        assertThat(ask(state, "child.example.com", RecordType.DS).answers()).hasSize(1);
    }
}
