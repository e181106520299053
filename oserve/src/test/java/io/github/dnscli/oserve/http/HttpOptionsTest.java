package io.github.dnscli.oserve.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.oserve.serving.ListenOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class HttpOptionsTest {

    private static Optional<ListenOption> parsed(String... words) {
        var spec = CommandSpec.create().addOption(HttpOptions.http());
        var parsed = new CommandLine(spec).parseArgs(words);
        return Optional.ofNullable(parsed.matchedOptionValue("--http", (ListenOption) null));
    }

    @ParameterizedTest
    @CsvSource({
        "9999, 127.0.0.1:9999",
        ":9999, 127.0.0.1:9999",
        "127.0.0.1, 127.0.0.1:9153",
        "192.0.2.1:80, 192.0.2.1:80",
        "'[::1]', [::1]:9153",
        "0, 127.0.0.1:0"
    })
    void takesAddressesAndPorts(String text, String address) {
        assertThat(parsed("--http", text)).map(ListenOption::toString).contains(address);
    }

    @Test
    void isNowhereByDefault() {
        assertThat(parsed()).isEmpty();
    }
}
