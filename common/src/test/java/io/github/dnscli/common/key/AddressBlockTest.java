package io.github.dnscli.common.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24,    192.0.2.255,  true",
        "192.0.2.0/24,    192.0.3.0,    false",
        "192.0.2.128/25,  192.0.2.127,  false",
        "192.0.2.7,       192.0.2.7,    true",
        "192.0.2.7,       192.0.2.8,    false",
        "0.0.0.0/0,       203.0.113.9,  true",
        "0.0.0.0/0,       2001:db8::1,  false",
        "2001:db8::/32,   2001:db8::9,  true",
        "2001:db8::/32,   2001:db9::9,  false",
        "::/0,            2001:db8::1,  true",
    })
    void holdsAddressesOfItsFamilyThatShareItsBits(String block, String address, boolean held) {
        var parsed = AddressBlock.parse(block).orElseThrow();
        assertThat(parsed.contains(InetAddress.ofLiteral(address))).isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/24",
                "192.0.2.0/",
                "192.0.2.0/33",
                "192.0.2.1/24",
                "192.0.2/24",
                "localhost",
                "2001:db8::/129",
                "192.0.2.0/-1"
            })
    void isNothingElse(String text) {
        assertThat(AddressBlock.parse(text)).isEmpty();
    }
}
