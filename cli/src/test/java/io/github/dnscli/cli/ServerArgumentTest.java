package io.github.dnscli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerArgumentTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,        53,   192.0.2.1 53",
        "@192.0.2.1,       53,   192.0.2.1 53",
        "192.0.2.1#5300,   53,   192.0.2.1 5300",
        "@::1#5300,        53,   0:0:0:0:0:0:0:1 5300",
        "192.0.2.1,        5353, 192.0.2.1 5353",
        "192.0.2.1#5300,   5353, 192.0.2.1 5300",
        "localhost,        53,   127.0.0.1 53"
    })
    void findsTheServer(String text, int port, String expected) throws IOException {
        assertThat(new ServerArgument(text).resolve(port))
                .isInstanceOfSatisfying(
                        ServerChoice.Chosen.class,
                        chosen ->
                                assertThat(
                                                chosen.server().address().getHostAddress()
                                                        + " "
                                                        + chosen.server().port())
                                        .isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource({"@", "#53", "192.0.2.1#", "192.0.2.1#x", "192.0.2.1#70000"})
    void refusesWhatIsNoServer(String text) throws IOException {
        assertThat(new ServerArgument(text).resolve(53))
                .isInstanceOfSatisfying(
                        ServerChoice.Unusable.class,
                        unusable -> assertThat(unusable.problem()).contains(text));
    }

    @Test
    void isAbsentWhenNoneIsGiven() {
        var command =
                GreetCommand.doing(
                        (parsed, _, _) ->
                                ServerArgument.choose(parsed, PortOption.read(parsed))
                                                instanceof ServerChoice.Absent
                                        ? ExitStatus.YES
                                        : ExitStatus.NO);

        assertThat(CommandRun.of(command, World.real()).status()).isEqualTo(ExitStatus.YES);
        assertThat(CommandRun.of(command, World.real(), "--server", "@127.0.0.1").status())
                .isEqualTo(ExitStatus.NO);
    }
}
