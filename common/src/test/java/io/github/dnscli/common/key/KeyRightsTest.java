package io.github.dnscli.common.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyRightsTest {

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
}
