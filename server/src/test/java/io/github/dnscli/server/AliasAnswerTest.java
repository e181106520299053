package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.server.state.ServerState;
import java.net.InetAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasAnswerTest {

    private static final ServerState STATE =
            ServerState.EMPTY
                    .with(
                            ZoneText.zone(
                                    "example.com",
                                    """
                                    $TTL 3600
                                    @       SOA   ns1 admin 1 7200 900 1209600 300
                                    @       NS    ns1
                                    ns1     A     192.0.2.1
                                    gone    CNAME nowhere
                                    empty   CNAME www.example.net.
                                    away    CNAME nowhere.example.net.
                                    cut     CNAME host.sub
                                    self    CNAME self
                                    *.wild  CNAME ns1
                                    sub     NS    ns.sub
                                    ns.sub  A     192.0.2.4
                                    moved   DNAME example.net.
                                    moved   TXT   "beside"
                                    long    DNAME %1$s.%1$s.%1$s.example.
                                    ring1   DNAME ring2
                                    ring2   DNAME ring1
                                    late    CNAME x.late.example.
                                    """
                                            .formatted("l".repeat(60))))
                    .with(
                            ZoneText.zone(
                                    "example.net",
                                    """
                                    $TTL 60
                                    @   SOA ns1 admin 1 7200 900 1209600 30
                                    @   NS  ns1
                                    ns1 A   192.0.2.5
                                    www A   192.0.2.6
                                    """))
                    .withSecondary(
                            DomainName.of("late.example"),
                            Set.of(InetAddress.ofLiteral("192.0.2.53")));

    private static Message ask(String name, RecordType type) {
        return Ask.answer(STATE, Ask.query(name, type), Ask.TCP);
    }

    /// The code is that of the last name, and so is the SOA record (RFC 6604 §3, RFC 2308 §2.1).
    @ParameterizedTest
    @CsvSource({
        "gone.example.com, AAAA, NXDOMAIN, 1, example.com",
        "empty.example.com, AAAA, NOERROR, 1, example.net",
        "away.example.com, AAAA, NXDOMAIN, 1, example.net",
        "x.wild.example.com, AAAA, NOERROR, 1, example.com",
        "nowhere.moved.example.com, AAAA, NXDOMAIN, 2, example.net",
        "moved.example.com, A, NOERROR, 0, example.com",
    })
    void endsAsTheLastNameDoes(
            String name, String type, String rcode, int answers, String authority) {
        var reply = ask(name, RecordType.parse(type).orElseThrow());

        assertThat(reply.rcode()).hasToString(rcode);
        assertThat(reply.has(Flag.AA)).isTrue();
        assertThat(reply.answers()).hasSize(answers);
        assertThat(reply.authority().getFirst().type()).isEqualTo(RecordType.SOA);
        assertThat(reply.authority().getFirst().owner()).hasToString(authority + ".");
    }

    @Test
    void refersBehindAnAliasAndKeepsItsAuthority() {
        var reply = ask("cut.example.com", RecordType.A);

        assertThat(reply.has(Flag.AA)).isTrue();
        assertThat(reply.answers()).hasSize(1);
        assertThat(reply.authority().getFirst().type()).isEqualTo(RecordType.NS);
        assertThat(reply.additional()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"self.example.com, 1", "x.ring1.example.com, 4"})
    void endsWhenAliasesLeadBack(String name, int answers) {
        var reply = ask(name, RecordType.A);

        assertThat(reply.rcode()).isEqualTo(Rcode.NOERROR);
        assertThat(reply.answers()).hasSize(answers);
    }

    @Test
    void saysWhenANameGrowsTooLong() {
        var reply = ask("m".repeat(63) + "." + "m".repeat(20) + ".long.example.com", RecordType.A);

        assertThat(reply.rcode()).isEqualTo(Rcode.YXDOMAIN);
        assertThat(reply.answers()).hasSize(1);
        assertThat(reply.answers().getFirst().type()).isEqualTo(RecordType.DNAME);
    }

    @Test
    void answersForTheOwnerOfASubtreeAliasItself() {
        assertThat(ask("moved.example.com", RecordType.TXT).answers()).hasSize(1);
        assertThat(ask("moved.example.com", RecordType.DNAME).answers()).hasSize(1);
    }

    @Test
    void doesNotFollowTheAliasThatWasAskedFor() {
        assertThat(ask("empty.example.com", RecordType.CNAME).answers()).hasSize(1);
        assertThat(ask("www.moved.example.com", RecordType.CNAME).answers()).hasSize(2);
    }

    @Test
    void doesNotFollowForTypesThatStandBesideAnAlias() {
        var reply = ask("empty.example.com", RecordType.NSEC);

        assertThat(reply.answers()).isEmpty();
        assertThat(reply.authority().getFirst().owner()).hasToString("example.com.");
    }

    @Test
    void stopsAtAZoneThatHasNotCome() {
        var reply = ask("late.example.com", RecordType.A);

        assertThat(reply.rcode()).isEqualTo(Rcode.NOERROR);
        assertThat(reply.answers()).hasSize(1);
    }
}
