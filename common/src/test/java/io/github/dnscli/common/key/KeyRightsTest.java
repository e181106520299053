package io.github.dnscli.common.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyRightsTest {

    private static final InetAddress HOME = InetAddress.ofLiteral("192.0.2.7");

    private static DomainName name(String text) {
        return DomainName.of(text);
    }

    @ParameterizedTest
    @CsvSource({
        "k._update.example.com,         UPDATE,   example.com,     true",
        "k._update.example.com,         UPDATE,   www.example.com, true",
        "k._UPDATE.example.com,         UPDATE,   example.com,     true",
        "k._update.example.com,         TRANSFER, example.com,     true",
        "k._update.example.com,         NOTIFY,   example.com,     true",
        "k._update.example.com,         UPDATE,   example.org,     false",
        "k._update.www.example.com,     UPDATE,   example.com,     false",
        "k._transfer.example.com,       UPDATE,   example.com,     false",
        "k._transfer.example.com,       NOTIFY,   example.com,     true",
        "k._notify.example.com,         TRANSFER, example.com,     false",
        "192.0.2.1._transfer,           TRANSFER, example.com,     true",
        "k._update._notify.example.com, UPDATE,   example.com,     false",
        "plain,                         NOTIFY,   example.com,     false",
    })
    void followFromTheNameOfTheKey(
            String key, KeyOperation operation, String zone, boolean allowed) {
        assertThat(KeyRights.BY_NAME.allow(name(key), operation, name(zone))).isEqualTo(allowed);
    }

    @Test
    void mayBeGrantedToAnyName() {
        var rights =
                KeyRights.BY_NAME.and(
                        new KeyRights.Grant(
                                name("test"), KeyOperation.UPDATE, name("a.example.com")));
        assertThat(rights.allow(name("test"), KeyOperation.UPDATE, name("b.a.example.com")))
                .isTrue();
        assertThat(rights.allow(name("test"), KeyOperation.UPDATE, name("example.com"))).isFalse();
        assertThat(rights.allow(name("other"), KeyOperation.UPDATE, name("a.example.com")))
                .isFalse();
    }

    private static KeyRights rights(String... grants) {
        var rights = KeyRights.BY_NAME;
        for (String text : grants) {
            rights =
                    switch (GrantText.parse(text)) {
                        case ParsedGrant.Valid(var grant) -> rights.and(grant);
                        case ParsedGrant.Invalid(var problem, _) ->
                                throw new AssertionError(problem);
                    };
        }
        return rights;
    }

    private static boolean mayChange(
            KeyRights rights, String key, ChangeAction action, String owner, String type) {
        return rights.allowChange(
                name(key), action, name(owner), RecordType.parse(type).orElseThrow(), HOME);
    }

    @ParameterizedTest
    @CsvSource({
        "host.example.com, ADD,    _letsencrypt._tcp.www.example.com, TLSA, true",
        "host.example.com, DELETE, _letsencrypt._tcp.www.example.com, TLSA, true",
        "host.example.com, ADD,    _letsencrypt._tcp.www.example.com, TXT,  false",
        "host.example.com, ADD,    _443._tcp.www.example.com,         TLSA, false",
        "host.example.com, ADD,    www.example.com,                   A,    false",
        "test,             ADD,    _acme-challenge.example.com,       TXT,  true",
        "test,             DELETE, _acme-challenge.www.example.org,   TXT,  true",
        "test,             ADD,    _acme-challenge.example.com,       A,    false",
        "test,             ADD,    www.example.com,                   TXT,  false",
        "test.example.com, ADD,    _acme-challenge.example.com,       TXT,  false",
        "log,              ADD,    log.example.com,                   TXT,  true",
        "log,              DELETE, log.example.com,                   TXT,  false",
        "a.hosts,          ADD,    a.example.com,                     AAAA, true",
        "hosts,            ADD,    a.example.com,                     AAAA, false",
        "near,             ADD,    near.example.com,                  A,    true",
        "far,              ADD,    far.example.com,                   A,    false",
        "k._update.example.com, DELETE, any.example.com,              A,    true",
        "k._transfer.example.com, ADD,  any.example.com,              A,    false",
    })
    void mayBeGrantedForSomeRecords(
            String key, ChangeAction action, String owner, String type, boolean allowed) {
        var rights =
                rights(
                        "host.example.com update _letsencrypt._tcp.www.example.com types TLSA",
                        "test update _acme-challenge.* types TXT",
                        "log update log.example.com add",
                        "*.hosts update *.example.com types A, AAAA",
                        "near update .example.com from 192.0.2.0/24 2001:db8::/32",
                        "far update .example.com from 198.51.100.1");
        assertThat(mayChange(rights, key, action, owner, type)).isEqualTo(allowed);
    }

    @Test
    void includeTheSmallerOperationsOnlyWhenWhole() {
        var rights =
                rights(
                        "whole update .example.com",
                        "typed update .example.com types TXT",
                        "adding update .example.com add",
                        "placed transfer .example.com from 192.0.2.0/24");
        var zone = name("example.com");
        assertThat(rights.allow(name("whole"), KeyOperation.TRANSFER, zone)).isTrue();
        assertThat(rights.allow(name("typed"), KeyOperation.TRANSFER, zone)).isFalse();
        assertThat(rights.allow(name("typed"), KeyOperation.UPDATE, zone)).isFalse();
        assertThat(rights.allow(name("adding"), KeyOperation.NOTIFY, zone)).isFalse();
        assertThat(rights.allow(name("placed"), KeyOperation.TRANSFER, zone)).isFalse();
        assertThat(rights.allow(name("placed"), KeyOperation.TRANSFER, zone, HOME)).isTrue();
        assertThat(rights.allow(name("placed"), KeyOperation.NOTIFY, zone, HOME)).isTrue();
        assertThat(
                        rights.allow(
                                name("placed"),
                                KeyOperation.TRANSFER,
                                zone,
                                InetAddress.ofLiteral("203.0.113.1")))
                .isFalse();
    }

    @Test
    void knowWhetherAnythingMayBeChangedAtAName() {
        var rights = rights("typed update .example.com types TXT add");
        assertThat(
                        rights.allowSomeChange(
                                name("typed"), ChangeAction.ADD, name("a.example.com"), HOME))
                .isTrue();
        assertThat(
                        rights.allowSomeChange(
                                name("typed"), ChangeAction.DELETE, name("a.example.com"), HOME))
                .isFalse();
        assertThat(rights.mention(name("typed"))).isTrue();
        assertThat(rights.mention(name("other"))).isFalse();
    }
}
