package io.github.dnscli.common.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransferKeyNameTest {

    private static TransferKeyName read(String name) {
        return TransferKeyName.of(DomainName.of(name)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1.198.51.100.2._transfer.example.com, 192.0.2.1, 198.51.100.2, example.com",
        "192.0.2.1.198.51.100.2._TRANSFER,             192.0.2.1, 198.51.100.2, .",
        "x.192.0.2.1.198.51.100.2._transfer,           192.0.2.1, 198.51.100.2, .",
        "nat.192.0.2.1._transfer.example.com,          192.0.2.1, ,             example.com",
        "192.0.2.1._transfer,                          192.0.2.1, ,             .",
        "1.2.3.192.0.2.1._transfer,                    192.0.2.1, ,             .",
        "300.2.3.4.192.0.2.1._transfer,                192.0.2.1, ,             .",
        "plain._transfer.example.com,                  ,          ,             example.com",
        "192.0.2.256._transfer,                        ,          ,             .",
        "192.0.2.01._transfer,                         ,          ,             .",
        "_transfer,                                    ,          ,             .",
    })
    void namesPrimarySecondaryAndZone(String key, String primary, String secondary, String zone) {
        assertThat(read(key))
                .isEqualTo(
                        new TransferKeyName(
                                Optional.ofNullable(primary).map(InetAddress::ofLiteral),
                                Optional.ofNullable(secondary).map(InetAddress::ofLiteral),
                                DomainName.of(zone)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1._update.example.com", "192.0.2.1", "k._notify"})
    void isNotThatOfAnotherKey(String key) {
        assertThat(TransferKeyName.of(DomainName.of(key))).isEmpty();
    }

    @Test
    void readsTheNumbersThatStandClosestToTheOperation() {
        assertThat(read("9.9.9.9.192.0.2.1.198.51.100.2._transfer").primary())
                .contains(InetAddress.ofLiteral("192.0.2.1"));
    }
}
