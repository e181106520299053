package io.github.dnscli.oserve.primary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.request.Notify;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.wire.Rcode;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrimaryTest {

    private static final DomainName ORIGIN = DomainName.of("example.com");
    private static final String ZONE =
            """
            $TTL 1h
            @   SOA ns1 hostmaster 7 2h 30m 2w 5m ; first
                NS  ns1
            ns1 A   127.0.0.1
            """;

    @TempDir Path zones;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(zones.resolve("example.com"), ZONE);
        RunningPrimary.writeKey(zones, RunningPrimary.KEY_NAME);
    }

    private static Update addition(String name, String address) {
        return Update.of(ORIGIN)
                .add(ResourceRecord.of(name + ".example.com", 60, RecordType.A, address));
    }

    private static long answers(RunningPrimary primary, String name) throws IOException {
        return switch (primary.ask(Query.of(DomainName.of(name), RecordType.A))) {
            case Reply.Accepted(var message) -> message.answers().size();
            case Reply other -> throw new AssertionError(other.toString());
        };
    }

    private void edit(String from, String to) throws IOException {
        Files.writeString(file, Files.readString(file).replace(from, to));
    }

    @Test
    void saysWhereItListensAndWhatItServes() throws Exception {
        try (var primary = RunningPrimary.serving(zones, "--listen", "[::1]:0")) {
            assertThat(primary.output().await("listening on [::1]:")).hasLineCount(2);
            primary.log()
                    .await(
                            "oserve: info: zone 'example.com' loaded from '"
                                    + file
                                    + "': serial 7\n");
            assertThat(answers(primary, "ns1.example.com")).isOne();
        }
    }

    @Test
    void saysWhatItLeavesAloneOnlyWhenAsked() throws Exception {
        Files.writeString(zones.resolve("README.md"), "# Our zones\n");
        try (var primary = RunningPrimary.serving(zones, "-v")) {
            assertThat(primary.log().text())
                    .contains("oserve: info: '" + zones.resolve("README.md") + "' is ignored: ");
        }
        try (var primary = RunningPrimary.serving(zones)) {
            assertThat(primary.log().text()).doesNotContain("README.md");
        }
    }

    @Test
    void isStoppedWithStatusYes() throws Exception {
        var primary = RunningPrimary.serving(zones);
        assertThat(primary.stop()).isEqualTo(ExitStatus.YES);
        assertThat(primary.log().text()).endsWith("oserve: info: stopped\n");
    }

    @Test
    void hasAnUpdateInTheFileBeforeItAnswers() throws Exception {
        try (var primary = RunningPrimary.serving(zones)) {
            assertThat(primary.askSigned(addition("new", "192.0.2.9")))
                    .isInstanceOf(Reply.Accepted.class);
            assertThat(file)
                    .content()
                    .contains("192.0.2.9")
                    .contains("ns1 hostmaster 8 2h 30m 2w 5m ; first");
            assertThat(answers(primary, "new.example.com")).isOne();
            primary.log()
                    .await(
                            "oserve: info: zone 'example.com' updated by key 'k._update.example.com' from 127.0.0.1:"
                                    + " serial 7 -> 8, added 'new.example.com. 60 IN A 192.0.2.9'\n");
        }
    }

    @Test
    void losesNoneOfManyUpdatesAtOnce() throws Exception {
        int count = 24;
        try (var primary = RunningPrimary.serving(zones);
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var replies =
                    clients.invokeAll(
                            IntStream.range(0, count)
                                    .<Callable<Reply>>mapToObj(
                                            i ->
                                                    () ->
                                                            primary.askSigned(
                                                                    addition(
                                                                            "h" + i,
                                                                            "192.0.2." + i)))
                                    .toList());
            for (var reply : replies) {
                assertThat(reply.get()).isInstanceOf(Reply.Accepted.class);
            }
        }
        assertThat(file).content().contains("ns1 hostmaster " + (7 + count));
        // A line's columns follow its neighbours, and so the order in which the updates arrived.
        assertThat(Files.readAllLines(file))
                .extracting(line -> line.replaceAll(" +", " "))
                .containsAll(
                        IntStream.range(0, count)
                                .mapToObj(i -> "h" + i + " 60 A 192.0.2." + i)
                                .toList());
    }

    @Test
    void readsTheFilesAgainOnASignedNotify() throws Exception {
        try (var primary = RunningPrimary.serving(zones)) {
            edit("7 2h", "20 2h");
            Files.writeString(file, Files.readString(file) + "ftp A 192.0.2.5\n");
            Files.writeString(zones.resolve("example.org"), ZONE);
            assertThat(primary.askSigned(Notify.of(ORIGIN))).isInstanceOf(Reply.Accepted.class);
            primary.log().await("zone 'example.com' reloaded: serial 7 -> 20\n");
            primary.log().await("zone 'example.org' loaded from");
            assertThat(answers(primary, "ftp.example.com")).isOne();
        }
    }

    @Test
    void readsNothingOnAnUnsignedNotify() throws Exception {
        try (var primary = RunningPrimary.serving(zones)) {
            assertThat(primary.ask(Notify.of(ORIGIN))).isInstanceOf(Reply.Refused.class);
            primary.log().await("refused a request from 127.0.0.1: an unsigned NOTIFY");
            assertThat(primary.log().text()).doesNotContain("looking for news");
        }
    }

    @Test
    void keepsTheLastGoodVersionAndSaysWhereTheNewOneIsBroken() throws Exception {
        try (var primary = RunningPrimary.serving(zones)) {
            edit("127.0.0.1", "127.0.0.");
            primary.askSigned(Notify.of(ORIGIN));
            String log = primary.log().await("zone 'example.com' stays as it was, at serial 7\n");
            assertThat(log).contains("oserve: error: " + file + ":4:9: error: ");
            assertThat(answers(primary, "ns1.example.com")).isOne();
            edit("127.0.0.", "127.0.0.2");
            edit("7 2h", "8 2h");
            primary.askSigned(Notify.of(ORIGIN));
            primary.log().await("zone 'example.com' reloaded: serial 7 -> 8\n");
        }
    }

    @Test
    void servesAnEditAndTheUpdateMadeBeforeItsNotify() throws Exception {
        try (var primary = RunningPrimary.serving(zones)) {
            edit("7 2h", "8 2h");
            Files.writeString(file, Files.readString(file) + "ftp A 192.0.2.5 ; edited\n");
            assertThat(primary.askSigned(addition("new", "192.0.2.9")))
                    .isInstanceOf(Reply.Accepted.class);
            assertThat(answers(primary, "new.example.com")).isOne();
            assertThat(answers(primary, "ftp.example.com")).isZero();
            primary.log().await("the update is in it, under serial 9\n");
            primary.askSigned(Notify.of(ORIGIN));
            primary.log().await("zone 'example.com' reloaded: serial 8 -> 9\n");
            assertThat(answers(primary, "new.example.com")).isOne();
            assertThat(answers(primary, "ftp.example.com")).isOne();
        }
    }

    @Test
    void refusesAnUpdateThatItCannotStore() throws Exception {
        try (var primary = RunningPrimary.serving(zones)) {
            edit("127.0.0.1", "127.0.0.");
            assertThat(primary.askSigned(addition("new", "192.0.2.9")))
                    .isInstanceOfSatisfying(
                            Reply.Refused.class,
                            refused -> assertThat(refused.rcode()).isEqualTo(Rcode.SERVFAIL));
            primary.log().await("refused, it could not be stored: '" + file + "' was edited");
            assertThat(answers(primary, "new.example.com")).isZero();
        }
    }

    @Test
    void takesAwayAZoneWhoseFileIsGone() throws Exception {
        var other = Files.writeString(zones.resolve("example.org"), ZONE);
        try (var primary = RunningPrimary.serving(zones)) {
            Files.delete(other);
            primary.askSigned(Notify.of(ORIGIN));
            primary.log().await("zone 'example.org' removed: its file is gone\n");
            assertThat(primary.ask(Query.of(DomainName.of("example.org"), RecordType.SOA)))
                    .isInstanceOf(Reply.Refused.class);
        }
    }

    @Test
    void grantsRightsToKeysOfAnyName() throws Exception {
        var plain = DomainName.of("certbot");
        RunningPrimary.writeKey(zones, plain);
        try (var primary =
                        RunningPrimary.serving(zones, "--grant", "certbot:update:new.example.com");
                var exchange = primary.open()) {
            assertThat(exchange.ask(addition("new", "192.0.2.9"), RunningPrimary.key(plain)))
                    .isInstanceOf(Reply.Accepted.class);
            assertThat(exchange.ask(addition("other", "192.0.2.9"), RunningPrimary.key(plain)))
                    .isInstanceOf(Reply.Refused.class);
        }
    }

    @Test
    void grantsSomeRecordsOnlyAndMovesSerialsAsToldTo() throws Exception {
        var plain = DomainName.of("test");
        RunningPrimary.writeKey(zones, plain);
        String grant = "test update *.example.com types A add from 127.0.0.0/8";
        try (var primary = RunningPrimary.serving(zones, "--grant", grant, "--serial", "unix");
                var exchange = primary.open()) {
            assertThat(exchange.ask(addition("new", "192.0.2.9"), RunningPrimary.key(plain)))
                    .isInstanceOf(Reply.Accepted.class);
            assertThat(file).content().containsPattern("hostmaster [0-9]{10} 2h");
            var deletion = Update.of(ORIGIN).deleteSet(ORIGIN.child("new"), RecordType.A);
            assertThat(exchange.ask(deletion, RunningPrimary.key(plain)))
                    .isInstanceOf(Reply.Refused.class);
        }
    }

    @Test
    void takesKeysFromElsewhere(@TempDir Path elsewhere) throws Exception {
        Files.move(zones.resolve("_keys"), elsewhere.resolve("_keys"));
        String keys = elsewhere.resolve("_keys").toString();
        try (var primary = RunningPrimary.serving(zones, "--keys", keys)) {
            assertThat(primary.askSigned(addition("new", "192.0.2.9")))
                    .isInstanceOf(Reply.Accepted.class);
        }
    }

    @Test
    void letsAnybodyFetchZonesOnlyWhenToldTo() throws Exception {
        try (var primary = RunningPrimary.serving(zones);
                var exchange = primary.open()) {
            assertThat(exchange.transfer(Transfer.of(ORIGIN)))
                    .isNotInstanceOf(TransferReply.Complete.class);
        }
        try (var primary = RunningPrimary.serving(zones, "--axfr");
                var exchange = primary.open()) {
            assertThat(exchange.transfer(Transfer.of(ORIGIN)))
                    .isInstanceOf(TransferReply.Complete.class);
            primary.log()
                    .await("oserve: info: transfer of zone 'example.com' to 127.0.0.1: serial 7, ");
        }
    }

    @Test
    void saysWhatBecomesOfItsNews() throws Exception {
        try (var secondary = RunningPrimary.serving(zones);
                var primary =
                        RunningPrimary.serving(
                                zones, "-v", "--notify", "127.0.0.1#" + secondary.port())) {
            primary.log()
                    .await(
                            "oserve: warning: news refused: zone 'example.com', serial 7, to 127.0.0.1:"
                                    + secondary.port()
                                    + ": server answers REFUSED");
        }
    }

    @Test
    void tellsOthersOfChanges() throws Exception {
        try (var secondary = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            secondary.setSoTimeout(20_000);
            String target = "127.0.0.1#" + secondary.getLocalPort();
            try (var _ = RunningPrimary.serving(zones, "--notify", target)) {
                var packet = new DatagramPacket(new byte[512], 512);
                secondary.receive(packet);
                assertThat(packet.getData()[2] >> 3 & 15).as("opcode").isEqualTo(4);
            }
        }
    }
}
