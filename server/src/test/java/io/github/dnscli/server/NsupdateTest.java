package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.key.NamePattern;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Finer rights, as the users of `nsupdate` meet them.
@Timeout(60)
class NsupdateTest {

    private static final DomainName ORIGIN = DomainName.of("example.com");
    private static final DomainName BUNDLE = DomainName.of("_letsencrypt._tcp.www.example.com");
    private static final DomainName CHALLENGE = DomainName.of("_acme-challenge.www.example.com");

    @TempDir private Path folder;
    private AutoCloseable running = () -> {};

    private NameServer server() {
        return (NameServer) running;
    }

    @BeforeEach
    void start() throws IOException {
        running =
                NameServer.builder()
                        .zone(
                                ZoneText.zone(
                                        "example.com",
                                        """
                                        $TTL 60
                                        @   SOA ns1 admin 1 7200 900 1209600 300
                                        @   NS  ns1
                                        ns1 A   127.0.0.1
                                        www A   192.0.2.1
                                        """))
                        .key(Ask.key("web"))
                        .key(Ask.key("test"))
                        .grant(
                                KeyRights.Grant.update(
                                        DomainName.of("web"),
                                        new NamePattern.Exact(BUNDLE),
                                        RecordType.TLSA))
                        .grant(
                                KeyRights.Grant.update(
                                        DomainName.of("test"),
                                        new NamePattern.Led(
                                                DomainName.of("_acme-challenge"), DomainName.ROOT),
                                        RecordType.TXT))
                        .start();
    }

    @AfterEach
    void stop() throws Exception {
        running.close();
    }

    private String nsupdate(TsigKey key, String commands) throws Exception {
        String secret = Base64.getEncoder().encodeToString(key.secret());
        var input =
                Files.writeString(
                        folder.resolve("input"),
                        "server 127.0.0.1 %d\nkey hmac-sha256:%s %s\nzone example.com\n%s\nsend\n"
                                .formatted(
                                        server().port(), key.name().display(), secret, commands));
        var output = folder.resolve("output");
        var process =
                new ProcessBuilder(List.of(Peer.NSUPDATE.require().toString(), input.toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output).strip();
    }

    private boolean isThere(DomainName name, RecordType type) {
        return server().state().zone(ORIGIN).orElseThrow().recordSet(name, type).isPresent();
    }

    @Test
    void letAWebHostTouchItsBundleOnly() throws Exception {
        var key = Ask.key("web");
        assertThat(nsupdate(key, "update add " + BUNDLE + " 60 TLSA 3 255 0 00")).isEmpty();
        assertThat(isThere(BUNDLE, RecordType.TLSA)).isTrue();
        assertThat(nsupdate(key, "update add www.example.com 60 A 192.0.2.9"))
                .isEqualTo("update failed: REFUSED");
        assertThat(nsupdate(key, "update delete " + BUNDLE)).isEmpty();
        assertThat(isThere(BUNDLE, RecordType.TLSA)).isFalse();
    }

    @Test
    void letAClientForCertificatesTouchChallengesOnly() throws Exception {
        var key = Ask.key("test");
        assertThat(nsupdate(key, "update add " + CHALLENGE + " 60 TXT token")).isEmpty();
        assertThat(isThere(CHALLENGE, RecordType.TXT)).isTrue();
        assertThat(nsupdate(key, "update delete www.example.com A"))
                .isEqualTo("update failed: REFUSED");
        assertThat(isThere(DomainName.of("www.example.com"), RecordType.A)).isTrue();
        assertThat(nsupdate(key, "update delete " + CHALLENGE + " TXT")).isEmpty();
        assertThat(isThere(CHALLENGE, RecordType.TXT)).isFalse();
    }
}
