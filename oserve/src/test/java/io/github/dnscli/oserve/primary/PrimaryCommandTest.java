package io.github.dnscli.oserve.primary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.World;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.oserve.serving.ListenOption;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class PrimaryCommandTest {

    private static final String ZONE =
            "@ 60 SOA ns1 admin 1 2 1 9 5\n@ 60 NS ns1\nns1 60 A 127.0.0.1\n";

    @TempDir Path zones;

    private CommandRun run(String... arguments) {
        return CommandRun.of(new OserveCommand(), World.real().withDirectory(zones), arguments);
    }

    private static void failed(CommandRun run, ExitStatus status, String... messages) {
        assertThat(run.status()).as(run.toString()).isEqualTo(status);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).contains(messages).doesNotContain("Exception", "\tat ");
    }

    @Test
    void asksWhatToBe() {
        failed(run(), ExitStatus.USAGE, "oserve: error: a command is missing: 'primary', ");
    }

    @Test
    void needsToKnowTheFolder() {
        failed(
                run("primary"),
                ExitStatus.USAGE,
                "oserve: error: option '--remote' or '--zones' is missing");
    }

    @Test
    void cannotServeAFolderThatIsNotThere() {
        failed(
                run("primary", "--zones", "none", "--listen", "127.0.0.1:0"),
                ExitStatus.UNKNOWN,
                "oserve: error: '" + zones.resolve("none") + "': no such file or folder");
    }

    @Test
    void cannotServeAFile() throws IOException {
        Files.writeString(zones.resolve("example.com"), ZONE);
        failed(
                run("primary", "--zones", "example.com", "--listen", "127.0.0.1:0"),
                ExitStatus.UNKNOWN,
                "not a folder");
    }

    @Test
    void cannotServeAnEmptyFolder() {
        failed(
                run("primary", "--zones", ".", "--listen", "127.0.0.1:0"),
                ExitStatus.UNKNOWN,
                "oserve: error: there is no zone file in '");
    }

    @Test
    void cannotServeOnlyBrokenZones() throws IOException {
        Files.writeString(zones.resolve("example.com"), ZONE + "www A nowhere\n");
        failed(
                run("primary", "--zones", ".", "--listen", "127.0.0.1:0"),
                ExitStatus.UNKNOWN,
                "example.com:4:7: error: ",
                "oserve: error: zone 'example.com' is not served\n",
                "oserve: error: no zone in '");
    }

    @Test
    void namesTheAddressThatItCannotHave() throws IOException {
        Files.writeString(zones.resolve("example.com"), ZONE);
        try (var busy = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            failed(
                    run("primary", "--zones", ".", "--listen", "127.0.0.1:" + busy.getLocalPort()),
                    ExitStatus.UNKNOWN,
                    "oserve: error: cannot listen on 127.0.0.1 port "
                            + busy.getLocalPort()
                            + ": address already in use\n",
                    "oserve: hint: '--listen'");
        }
    }

    @Test
    void cannotSignWithAKeyThatIsNotThere() throws IOException {
        Files.writeString(zones.resolve("example.com"), ZONE);
        failed(
                run(
                        "primary",
                        "--zones",
                        ".",
                        "--listen",
                        "127.0.0.1:0",
                        "--notify",
                        "127.0.0.2=k._transfer"),
                ExitStatus.UNKNOWN,
                "oserve: error: no key file holds the key 'k._transfer'");
    }

    @ParameterizedTest
    @CsvSource({
        "--listen, localhost:53",
        "--listen, 127.0.0.1:70000",
        "--grant, k:update",
        "--grant, k:write:example.com",
        "--grant, k update",
        "--grant, k update . types ANY",
        "--serial, random",
        "--notify, 127.0.0.1=a..b",
        "--notify-port, 0"
    })
    void saysWhichValueMakesNoSense(String option, String value) {
        failed(
                run("primary", "--zones", ".", option, value),
                ExitStatus.USAGE,
                "oserve: error: '" + value + "' is not valid for option '" + option + "': ");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:5353, 127.0.0.1, 5353",
        "127.0.0.1#5353, 127.0.0.1, 5353",
        "127.0.0.1, 127.0.0.1, 53",
        "[::1]:5353, ::1, 5353",
        "[::1]#5353, ::1, 5353",
        "[::1], ::1, 53",
        "::1, ::1, 53",
        "::1#0, ::1, 0"
    })
    void readsAddressesAsPeopleWriteThem(String text, String address, int port) {
        assertThat(ListenOption.parse(text)).isEqualTo(new ListenOption(address, port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.com", "127.0.0.1:", ":53", "[::1", "1.2.3:4:5"})
    void readsNoOtherAddresses(String text) {
        assertThatThrownBy(() -> ListenOption.parse(text))
                .isInstanceOf(TypeConversionException.class);
    }

    @Test
    void explainsItself() {
        var run = run("primary", "--help");
        assertThat(run.status()).isEqualTo(ExitStatus.YES);
        assertThat(run.output())
                .contains("Usage: oserve primary", "--zones=DIR", "--listen=ADDR:PORT");
    }
}
