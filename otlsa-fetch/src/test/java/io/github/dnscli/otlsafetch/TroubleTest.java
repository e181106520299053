package io.github.dnscli.otlsafetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.Script;
import io.github.dnscli.testkit.ScriptedPeer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Servers that do not answer as they should: one message, the right status, in time, and nothing written.
@Timeout(30)
class TroubleTest {

    @TempDir private Path folder;

    @Test
    void serverIsDown() throws IOException {
        assertFails(FreePort.any(), 3, "connection refused by 127.0.0.1#PORT");
    }

    @Test
    void serverIsSilent() throws IOException {
        assertFails(Script.silent(), 3, "no reply from 127.0.0.1#PORT within 300 ms");
    }

    @Test
    void serverClosesEarly() throws IOException {
        assertFails(Script.closing(), 3, "connection closed by 127.0.0.1#PORT before a reply");
    }

    @Test
    void serverTalksGarbage() throws IOException {
        assertFails(
                Script.answering(_ -> new byte[] {1, 2, 3}),
                3,
                "127.0.0.1:PORT: no records of '_letsencrypt._tcp.foo.mirage': reply is garbled: message ends in the middle of a field");
    }

    @Test
    void replyHasAnotherId() throws IOException {
        var run =
                run(
                        Script.replying(
                                request -> request.reply(Rcode.NOERROR).withId(request.id() ^ 1)));

        assertThat(run).contains("reply has id").endsWith("[exit status: 3]");
    }

    @Test
    void replyIsToAnotherQuestion() throws IOException {
        assertFails(
                Script.replying(TroubleTest::otherwise),
                3,
                "127.0.0.1:PORT: no records of '_letsencrypt._tcp.foo.mirage': reply is to the question '%s', the request was '%s'"
                        .formatted(
                                Question.of(DomainName.of("bar."), RecordType.TLSA),
                                Question.of(
                                        DomainName.of("_letsencrypt._tcp.foo.mirage."),
                                        RecordType.TLSA)));
    }

    private static Message otherwise(Message request) {
        var asked =
                Message.request(
                        request.id(),
                        request.opcode(),
                        Question.of(DomainName.of("bar."), RecordType.TLSA));
        return asked.reply(Rcode.NOERROR);
    }

    @Test
    void serverRefuses() throws IOException {
        assertFails(
                Script.replying(request -> request.reply(Rcode.REFUSED)),
                1,
                "127.0.0.1:PORT: no records of '_letsencrypt._tcp.foo.mirage': server answers REFUSED (the server's policy forbids it; a key, another key or another client address may be needed)");
    }

    @Test
    void serverHasTroubleOfItsOwn() throws IOException {
        assertFails(
                Script.replying(request -> request.reply(Rcode.SERVFAIL)),
                3,
                "127.0.0.1:PORT: no records of '_letsencrypt._tcp.foo.mirage': server answers SERVFAIL (the server has trouble of its own; its log may say which)");
    }

    private void assertFails(Script script, int status, String problem) throws IOException {
        try (var peer = ScriptedPeer.start(script)) {
            assertFails(peer.address().port(), status, problem);
        }
    }

    private void assertFails(int port, int status, String problem) throws IOException {
        var fetching = new Fetching(folder);
        var started = System.nanoTime();

        assertThat(run(port))
                .isEqualTo(
                        "otlsa-fetch: error: %s\n[exit status: %d]"
                                .formatted(
                                        problem.replace("PORT", Integer.toString(port)), status));
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
        assertThat(fetching.files()).isEqualTo(List.of("resolv.conf", "root.pem"));
    }

    private String run(Script script) throws IOException {
        try (var peer = ScriptedPeer.start(script)) {
            return run(peer.address().port());
        }
    }

    private String run(int port) throws IOException {
        return new Fetching(folder)
                .runAt(port, "--ca=root.pem", "--timeout=300ms", "foo.mirage", "127.0.0.1#PORT")
                .toString();
    }
}
