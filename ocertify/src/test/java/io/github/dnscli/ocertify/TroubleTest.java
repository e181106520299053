package io.github.dnscli.ocertify;

import static io.github.dnscli.ocertify.Town.KEY;
import static io.github.dnscli.ocertify.Town.OWNER;
import static io.github.dnscli.ocertify.Town.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Opcode;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.wire.Signer;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.Script;
import io.github.dnscli.testkit.ScriptedPeer;
import io.github.dnscli.testkit.certificate.TestAuthority;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Servers that do not answer as they should: one message, the right status, in time, and no certificate written.
@Timeout(60)
class TroubleTest {

    private static final String NO_RECORDS =
            "127.0.0.1:PORT: no records of '_letsencrypt._tcp.foo.mirage': ";
    private static final String NOT_UPLOADED =
            "127.0.0.1:PORT: request not uploaded to zone 'mirage': ";

    @TempDir private Path folder;
    private Town town;

    @BeforeEach
    void build() throws IOException {
        town = new Town(folder);
    }

    @AfterEach
    void leave() {
        town.close();
    }

    @Test
    void serverIsDown() throws IOException {
        assertFailsAtOnce(FreePort.any(), 3, "connection refused by 127.0.0.1#PORT");
    }

    @Test
    void serverIsSilent() throws IOException {
        assertFailsAtOnce(Script.silent(), 3, "no reply from 127.0.0.1#PORT within 500 ms");
    }

    @Test
    void serverClosesEarly() throws IOException {
        assertFailsAtOnce(
                Script.closing(), 3, "connection closed by 127.0.0.1#PORT before a reply");
    }

    @Test
    void serverTalksGarbage() throws IOException {
        assertFailsAtOnce(
                Script.answering(_ -> new byte[] {1, 2, 3}),
                3,
                NO_RECORDS + "reply is garbled: message ends in the middle of a field");
    }

    @Test
    void replyHasAnotherId() throws IOException {
        try (var peer =
                ScriptedPeer.start(
                        Script.replying(
                                request ->
                                        request.reply(Rcode.NOERROR).withId(request.id() ^ 1)))) {
            assertThat(runAt(peer.address().port()))
                    .contains("reply has id")
                    .endsWith("[exit status: 3]");
        }
    }

    @Test
    void serverRefusesToTell() throws IOException {
        assertFailsAtOnce(
                Script.replying(request -> request.reply(Rcode.REFUSED)),
                1,
                NO_RECORDS
                        + "server answers REFUSED (the server's policy forbids it; a key, another key or another client address may be needed)");
    }

    private void assertFailsAtOnce(Script script, int status, String problem) throws IOException {
        try (var peer = ScriptedPeer.start(script)) {
            assertFailsAtOnce(peer.address().port(), status, problem);
        }
    }

    private void assertFailsAtOnce(int port, int status, String problem) throws IOException {
        var started = System.nanoTime();

        assertThat(runAt(port)).isEqualTo(failure(port, status, problem));
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
        assertThat(town.files()).isEmpty();
    }

    private static String failure(int port, int status, String problem) {
        return "ocertify: error: %s\n[exit status: %d]"
                .formatted(problem.replace("PORT", Integer.toString(port)), status);
    }

    private String runAt(int port) {
        return town.runAt(port, "--dns-key=" + KEY, "--timeout=500ms").toString();
    }

    @Test
    void replyToTheUploadIsNotSigned() throws IOException {
        assertUploadFails(
                request -> MessageCodec.encode(request.reply(Rcode.NOERROR)),
                3,
                NOT_UPLOADED
                        + "reply is not signed, though the request was, with key 'personal._update.mirage'; nothing it says can be trusted");
    }

    @Test
    void replyToTheUploadIsBadlySigned() throws IOException {
        assertUploadFails(
                request ->
                        Signer.sign(
                                        MessageCodec.encode(request.reply(Rcode.NOERROR)),
                                        Town.key(KEY),
                                        TestAuthority.NOW)
                                .wire(),
                3,
                NOT_UPLOADED
                        + "reply's signature by key 'personal._update.mirage' with algorithm 'hmac-sha256' is wrong (BADSIG); it was signed with another secret, or changed on its way");
    }

    private interface Answer {
        byte[] to(Message update);
    }

    /// Queries find nothing, so that the name of the key tells the zone.
    private void assertUploadFails(Answer answer, int status, String problem) throws IOException {
        var script =
                Script.answering(
                        octets -> {
                            var request = Script.message(octets);
                            return request.opcode().equals(Opcode.UPDATE)
                                    ? answer.to(request)
                                    : MessageCodec.encode(request.reply(Rcode.NXDOMAIN));
                        });
        try (var peer = ScriptedPeer.start(script)) {
            int port = peer.address().port();
            assertThat(runAt(port)).isEqualTo(failure(port, status, problem));
        }
        assertThat(town.files()).containsExactly("foo.mirage.key", "foo.mirage.req");
    }

    @Test
    void serverDoesNotKnowTheKey() throws IOException {
        assertSignedInVain(
                "nobody._update.mirage:SHA256:" + SECRET,
                NOT_UPLOADED
                        + "server does not know key 'nobody._update.mirage' with algorithm 'hmac-sha256' (BADKEY); compare the name and the algorithm of the key with the server's");
    }

    @Test
    void keyHasAnotherAlgorithm() throws IOException {
        assertSignedInVain(
                "personal._update.mirage:SHA512:" + SECRET,
                NOT_UPLOADED
                        + "server does not know key 'personal._update.mirage' with algorithm 'hmac-sha512' (BADKEY); compare the name and the algorithm of the key with the server's");
    }

    @Test
    void keyHasAnotherSecret() throws IOException {
        assertSignedInVain(
                "personal._update.mirage:SHA256:" + SECRET.replace('k', 'l'),
                NOT_UPLOADED
                        + "server finds the signature by key 'personal._update.mirage' with algorithm 'hmac-sha256' wrong (BADSIG); compare the secret of the key with the server's");
    }

    private void assertSignedInVain(String key, String problem) throws IOException {
        assertThat(town.run("--dns-key=" + key)).hasToString(failure(town.port(), 3, problem));
        assertThat(town.tlsa(OWNER)).isEmpty();
        assertThat(town.files()).containsExactly("foo.mirage.key", "foo.mirage.req");
    }

    @Test
    void clocksAreApart() throws IOException {
        var run =
                CommandRun.of(
                        new OcertifyCommand(),
                        town.world().withClock(() -> TestAuthority.NOW.plusSeconds(3600)),
                        "--ca=root.pem",
                        "--port=" + town.port(),
                        "--dns-key=" + KEY,
                        "127.0.0.1",
                        "foo.mirage");

        assertThat(run)
                .hasToString(
                        failure(
                                town.port(),
                                3,
                                NOT_UPLOADED
                                        + "signature by key 'personal._update.mirage' is out of time (BADTIME): their clock says 2026-11-22T12:00:00Z, ours 2026-11-22T13:00:00Z, 3600 s apart; set the wrong clock"));
    }

    @Test
    void serverGoesAwayWhileOneWaits() throws IOException {
        town.runWithKey("--wait=0");
        var request = town.tlsa(OWNER);
        var looks = new AtomicInteger();
        // A look, a second one by the uploader, and then no more.
        Script script =
                line -> {
                    var asked = Script.message(line.receive());
                    if (looks.incrementAndGet() <= 2) {
                        line.send(MessageCodec.encode(answer(asked, request)));
                    }
                };
        try (var peer = ScriptedPeer.start(script)) {
            int port = peer.address().port();
            assertThat(town.runAt(port, "--dns-key=" + KEY, "--wait=100ms"))
                    .hasToString(
                            """
                            ocertify: error: the request is in the DNS, and then: connection closed by 127.0.0.1#%d before a reply
                            ocertify: hint: run the same command again later
                            [exit status: 3]"""
                                    .formatted(port));
        }
        assertThat(town.pauses()).containsExactly(Duration.ofMillis(50), Duration.ofMillis(50));
    }

    private static Message answer(Message asked, List<RecordData> data) {
        var records =
                data.stream()
                        .map(
                                one ->
                                        MessageRecord.of(
                                                new ResourceRecord(
                                                        DomainName.of(OWNER), new Ttl(60), one)))
                        .toList();
        return asked.reply(Rcode.NOERROR).withSections(records, List.of(), List.of());
    }
}
