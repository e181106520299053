package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.wire.Edns;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.server.state.ServerState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A zone that somebody else has signed; whether the signatures are good does not matter here.
class SignedZoneAnswerTest {

    private static final ServerState STATE =
            ServerState.EMPTY.with(
                    ZoneText.zone(
                            "example.com",
                            """
                            $TTL 3600
                            @      SOA    ns1 admin 1 7200 900 1209600 300
                            @      RRSIG  SOA 13 2 3600 20301231000000 20260101000000 1 @ AAAA
                            @      NS     ns1
                            @      RRSIG  NS 13 2 3600 20301231000000 20260101000000 1 @ AAAA
                            @      DNSKEY 257 3 13 AAAA
                            @      RRSIG  DNSKEY 13 2 3600 20301231000000 20260101000000 1 @ AAAA
                            @      NSEC   ns1 NS SOA RRSIG NSEC DNSKEY
                            @      RRSIG  NSEC 13 2 300 20301231000000 20260101000000 1 @ AAAA
                            ns1    A      192.0.2.1
                            ns1    RRSIG  A 13 3 3600 20301231000000 20260101000000 1 @ AAAA
                            www    CNAME  x.wild
                            www    RRSIG  CNAME 13 3 3600 20301231000000 20260101000000 1 @ AAAA
                            *.wild A      192.0.2.2
                            *.wild RRSIG  A 13 3 3600 20301231000000 20260101000000 1 @ AAAA
                            sub    NS     ns.sub
                            sub    DS     1 13 2 00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF
                            sub    RRSIG  DS 13 3 3600 20301231000000 20260101000000 1 @ AAAA
                            ns.sub A      192.0.2.3
                            """));

    private static Message ask(String name, RecordType type, boolean dnssecOk) {
        var edns = new Edns(1232, 0, dnssecOk, List.of());
        return Ask.answer(STATE, Ask.query(name, type).withEdns(Optional.of(edns)), Ask.UDP);
    }

    private static String types(List<MessageRecord> records) {
        return String.join(" ", records.stream().map(record -> record.type().toString()).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, NS, NS RRSIG, '', A RRSIG",
        "www.example.com, A, CNAME RRSIG A RRSIG, '', ''",
        "ns1.example.com, AAAA, '', SOA RRSIG, ''",
        "x.sub.example.com, A, '', NS DS RRSIG, A",
        "sub.example.com, DS, DS RRSIG, '', ''",
    })
    void addsSignaturesOfWhatItSays(
            String name, String type, String answers, String authority, String additional) {
        var reply = ask(name, RecordType.parse(type).orElseThrow(), true);

        assertThat(types(reply.answers())).isEqualTo(answers);
        assertThat(types(reply.authority())).isEqualTo(authority);
        assertThat(types(reply.additional())).isEqualTo(additional);
        assertThat(reply.edns().orElseThrow().dnssecOk()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, NS, NS, ''",
        "www.example.com, A, CNAME A, ''",
        "ns1.example.com, AAAA, '', SOA",
        "x.sub.example.com, A, '', NS",
        "example.com, NSEC, NSEC, ''",
    })
    void keepsThemToItselfWhenNobodyWantsThem(
            String name, String type, String answers, String authority) {
        var reply = ask(name, RecordType.parse(type).orElseThrow(), false);

        assertThat(types(reply.answers())).isEqualTo(answers);
        assertThat(types(reply.authority())).isEqualTo(authority);
        assertThat(reply.edns().orElseThrow().dnssecOk()).isFalse();
    }

    @Test
    void givesTheSignaturesOfOneSetToWhoAsksForSignatures() {
        assertThat(ask("example.com", RecordType.RRSIG, false).answers()).hasSize(1);
        var all = Ask.answer(STATE, Ask.query("example.com", RecordType.RRSIG), Ask.TCP);
        assertThat(all.answers()).hasSize(4);
    }

    @Test
    void signaturesOfAWildcardTakeTheNameAskedFor() {
        var reply = ask("y.wild.example.com", RecordType.A, true);

        assertThat(reply.answers()).hasSize(2);
        assertThat(reply.answers())
                .allSatisfy(r -> assertThat(r.owner()).hasToString("y.wild.example.com."));
    }
}
