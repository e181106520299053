package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.key.PolicyFile;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.turn.Effect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may change what.
class UpdateRightsTest {

    private static final DomainName ORIGIN = DomainName.of("example.com");
    private static final String POLICY =
            """
            grant web  update _letsencrypt._tcp.www.example.com types TLSA
            grant test update _acme-challenge.* types TXT
            grant log  update log.example.com types TXT add
            grant home update home.example.com types A AAAA from 192.0.2.0/24
            grant away update home.example.com types A AAAA from 198.51.100.0/24
            """;
    private static final ServerState STATE =
            ServerState.EMPTY
                    .with(
                            ZoneText.zone(
                                    "example.com",
                                    """
                                    $TTL 3600
                                    @     SOA ns1 admin 10 7200 900 1209600 300
                                    @     NS  ns1
                                    @     TXT apex
                                    ns1   A   192.0.2.1
                                    www   A   192.0.2.2
                                    _letsencrypt._tcp.www TLSA 3 255 0 00
                                    _acme-challenge       TXT  old
                                    _acme-challenge.www   TXT  old
                                    _acme-challenge.www   A    192.0.2.3
                                    log   TXT line
                                    """))
                    .withKeys(
                            Stream.of("web", "test", "log", "home", "away", "x._transfer")
                                    .map(Ask::key)
                                    .toList())
                    .withRights(new KeyRights(PolicyFile.parse(POLICY, "policy").grants()));

    private static Effect send(String key, Update update) {
        return Ask.effect(STATE, Ask.sign(update.message(8), Ask.key(key)), Ask.TCP);
    }

    private static String outcome(String key, Update update) {
        return switch (send(key, update)) {
            case Effect.Proposal _, Effect.Answer _ -> "allowed";
            case Effect.Refusal(var reason, _) -> reason;
            case Effect other -> other.toString();
        };
    }

    private static Update addition(String owner, String type, String data) {
        var recordType = RecordType.parse(type).orElseThrow();
        return Update.of(ORIGIN).add(ResourceRecord.of(owner, 60, recordType, data));
    }

    @ParameterizedTest
    @CsvSource({
        "web,  _letsencrypt._tcp.www.example.com, TLSA, 3 255 0 01",
        "test, _acme-challenge.example.com,       TXT,  new",
        "test, _acme-challenge.any.example.com,   TXT,  new",
        "log,  log.example.com,                   TXT,  another",
        "home, home.example.com,                  AAAA, 2001:db8::1",
    })
    void letsAKeyAddWhatItIsGranted(String key, String owner, String type, String data) {
        assertThat(outcome(key, addition(owner, type, data))).isEqualTo("allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "web,  _letsencrypt._tcp.www.example.com,   TXT,  text",
        "web,  _443._tcp.www.example.com,           TLSA, 3 1 1 00",
        "web,  _letsencrypt._tcp.other.example.com, TLSA, 3 255 0 00",
        "web,  www.example.com,                     A,    192.0.2.9",
        "test, _acme-challenge.example.com,         A,    192.0.2.9",
        "test, www.example.com,                     TXT,  text",
        "test, example.com,                         NS,   ns.example.net.",
        "away, home.example.com,                    A,    192.0.2.9",
        "x._transfer, www.example.com,              A,    192.0.2.9",
    })
    void refusesAKeyAnythingElseAndSaysWhat(String key, String owner, String type, String data) {
        assertThat(outcome(key, addition(owner, type, data)))
                .isEqualTo("key '%s' may not add %s records at '%s'", key, type, owner);
    }

    @Test
    void refusesTheWholeUpdateForOneRecord() {
        var update =
                addition("_acme-challenge.example.com", "TXT", "new")
                        .add(ResourceRecord.of("www.example.com", 60, RecordType.TXT, "new"));
        assertThat(outcome("test", update)).startsWith("key 'test' may not add TXT");
    }

    @Test
    void letsAKeyDeleteOnlyIfItIsGrantedThat() {
        var log = DomainName.of("log.example.com");
        assertThat(outcome("log", Update.of(ORIGIN).deleteSet(log, RecordType.TXT)))
                .isEqualTo("key 'log' may not delete TXT records at 'log.example.com'");
        assertThat(outcome("log", Update.of(ORIGIN).deleteName(log)))
                .isEqualTo("key 'log' may not delete all records at 'log.example.com'");
    }

    @ParameterizedTest
    @CsvSource({
        "test, _acme-challenge.example.com,       true",
        "test, _acme-challenge.none.example.com,  true",
        "test, _acme-challenge.www.example.com,   false",
        "test, www.example.com,                   false",
        "test, none.example.com,                  false",
        "web,  _letsencrypt._tcp.www.example.com, true",
    })
    void letsAKeyDeleteANameIfItMayDeleteAllThatIsThere(String key, String owner, boolean allowed) {
        var update = Update.of(ORIGIN).deleteName(DomainName.of(owner));
        assertThat(outcome(key, update).equals("allowed")).isEqualTo(allowed);
    }

    @Test
    void letsAKeyClearTheApexWithoutARightToWhatStays() {
        var rights =
                new KeyRights(
                        PolicyFile.parse("grant test update example.com types TXT", "p").grants());
        var update = Update.of(ORIGIN).deleteName(ORIGIN).message(8);
        var effect =
                Ask.effect(STATE.withRights(rights), Ask.sign(update, Ask.key("test")), Ask.TCP);
        assertThat(effect)
                .isInstanceOfSatisfying(
                        Effect.Proposal.class,
                        proposal ->
                                assertThat(proposal.change().diff().removed())
                                        .extracting(ResourceRecord::type)
                                        .containsExactlyInAnyOrder(RecordType.TXT, RecordType.SOA));
    }

    @Test
    void asksForRightsBehindThePrerequisitesAndBeforeTheScan() {
        var www = DomainName.of("www.example.com");
        var addition = addition("www.example.com", "TXT", "text");
        assertThat(outcome("test", addition.setAbsent(www, RecordType.A)))
                .isEqualTo("prerequisite A at 'www.example.com': it exists");
        var malformed = new MessageRecord(www, RecordType.A, RecordClass.ANY, 60, Optional.empty());
        var both =
                new Update(
                        ORIGIN,
                        List.of(),
                        Stream.concat(Stream.of(malformed), addition.changes().stream()).toList());
        assertThat(outcome("test", both)).startsWith("key 'test' may not add TXT");
    }

    @Test
    void wantsNoRightForPrerequisitesAlone() {
        var update = Update.of(ORIGIN).nameInUse(DomainName.of("www.example.com"));
        assertThat(outcome("x._transfer", update)).isEqualTo("allowed");
    }
}
