package io.github.dnscli.common.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1#53",
        "@192.0.2.1, 192.0.2.1#53",
        "192.0.2.1#5300, 192.0.2.1#5300",
        "192.0.2.1:5300, 192.0.2.1#5300",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1#53",
        "@2001:db8::1#65535, 2001:db8:0:0:0:0:0:1#65535",
        "[2001:db8::1]:5300, 2001:db8:0:0:0:0:0:1#5300",
        "[2001:db8::1], 2001:db8:0:0:0:0:0:1#53",
        "localhost#1, 127.0.0.1#1"
    })
    void readsWhatMeansAServer(String text, String server) throws IOException {
        assertThat(ServerAddress.parse(text, 53))
                .isInstanceOfSatisfying(
                        ParsedServer.Valid.class,
                        valid -> assertThat(valid.server()).hasToString(server));
    }

    @ParameterizedTest
    @CsvSource({
        "@, neither",
        "#53, neither",
        "[::1, neither",
        "a_b, neither",
        "192.0.2.256, neither",
        "192.0.2.1#, port ''",
        "192.0.2.1#0, port '0'",
        "192.0.2.1:65536, port '65536'",
        "192.0.2.1#-1, port '-1'"
    })
    void saysWhatIsNoServer(String text, String problem) throws IOException {
        assertThat(ServerAddress.parse(text, 53))
                .isInstanceOfSatisfying(
                        ParsedServer.Invalid.class,
                        invalid ->
                                assertThat(invalid.problem()).contains("'" + text + "'", problem));
    }

    @Test
    void saysThatANameHasNoAddress() {
        assertThatThrownBy(() -> ServerAddress.parse("no-such-host.invalid", 53))
                .isInstanceOf(UnknownHostException.class)
                .hasMessage("server 'no-such-host.invalid' has no address");
    }
}
