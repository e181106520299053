package io.github.dnscli.oserve.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.World;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.oserve.log.LogEvent;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StatusSocketTest {

    @TempDir Path folder;

    private Path socket() {
        return folder.resolve("status.sock");
    }

    private CommandRun status(String... more) {
        var words = new ArrayList<>(List.of("status", "--state", folder.toString()));
        words.addAll(List.of(more));
        return CommandRun.of(
                new OserveCommand(),
                World.real().withEnvironment(Map.of()),
                words.toArray(String[]::new));
    }

    @Test
    void tellsItsUserAndNobodyElse() throws IOException {
        try (var _ = StatusSocket.open(folder, Reports::well)) {
            assertThat(status())
                    .isEqualTo(new CommandRun(ExitStatus.YES, StatusText.of(Reports.well()), ""));
            assertThat(status("--json").output()).isEqualTo(StatusJson.of(Reports.well()));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket())))
                    .isEqualTo("rw-------");
        }
        assertThat(socket()).doesNotExist();
    }

    @Test
    void saysByTheExitStatusWhetherAllIsWell() throws IOException {
        try (var _ = StatusSocket.open(folder, Reports::troubled)) {
            assertThat(status().status()).isEqualTo(ExitStatus.NO);
        }
    }

    @Test
    void missesAServer() {
        var run = status();
        assertThat(run.status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors())
                .contains("no server answers at '" + socket() + "'", "oserve: hint: '--state'");
    }

    @Test
    void replacesWhatADeadServerLeftBehind() throws IOException {
        try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(socket()));
        }
        assertThat(socket()).exists();
        assertThat(status().errors()).contains("a server that has ended left its socket");
        try (var _ = StatusSocket.open(folder, Reports::well)) {
            assertThat(status().status()).isEqualTo(ExitStatus.YES);
        }
    }

    @Test
    void leavesTheSocketOfALivingServerAlone() throws IOException {
        try (var _ = StatusSocket.open(folder, Reports::well)) {
            assertThatThrownBy(() -> StatusSocket.open(folder, Reports::troubled))
                    .hasMessage("another server answers at '" + socket() + "'");
            assertThat(status().status()).isEqualTo(ExitStatus.YES);
        }
    }

    @Test
    void doesWithoutASocketWhereNoneCanBe() throws IOException {
        var events = new ArrayList<LogEvent>();
        var deep = folder.resolve("d".repeat(120));
        try (var _ = StatusSocket.open(deep, Reports::well, events::add)) {
            assertThat(events)
                    .singleElement()
                    .satisfies(
                            event ->
                                    assertThat(event.message())
                                            .startsWith("'oserve status' will not work: ")
                                            .contains("longer than the 102 octets"));
        }
    }

    @Test
    void answersNothingToOthers() throws IOException {
        try (var _ = StatusSocket.open(folder, Reports::well);
                var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket()))) {
            channel.write(ByteBuffer.wrap("GET\n".getBytes(StandardCharsets.US_ASCII)));
            assertThat(channel.read(ByteBuffer.allocate(100))).isNegative();
        }
    }

    @Test
    void doesNotTrustHalfAnAnswer() throws IOException {
        assertThatThrownBy(() -> StatusAnswer.parse(new byte[0]))
                .hasMessage("the server's answer broke off");
        assertThatThrownBy(() -> StatusAnswer.parse("fine\n".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(IOException.class);
    }
}
