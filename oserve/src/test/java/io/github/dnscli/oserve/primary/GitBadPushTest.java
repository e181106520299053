package io.github.dnscli.oserve.primary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.request.Notify;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.NamedServer;
import io.github.dnscli.testkit.Remote;
import io.github.dnscli.testkit.ServerPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An operator pushes what cannot be served: the last good version stays, with all that clients change in it, until the
/// file is mended.
class GitBadPushTest {

    private static final DomainName ORIGIN = DomainName.of("example.com");
    private static final DomainName OTHER = DomainName.of("sub.example.com");
    private static final String ZONE =
            """
            ; the zone of this test
            $TTL 1h
            @   SOA ns1 hostmaster 7 2h 30m 2w 5m
                NS  ns1
            ns1 A   127.0.0.1
            www A   192.0.2.80 ; the web
            """;

    /// What operators do wrong, and what is said of it.
    enum Mistake {
        SYNTAX("192.0.2.80", "192.0.2.", "example.com:6:"),
        NO_SOA("@   SOA ns1 hostmaster 7 2h 30m 2w 5m", "@   A 192.0.2.1", "example.com:"),
        ALIAS("; the web", "\nwww CNAME ns1", "example.com:7:"),
        EMPTIED(ZONE, "", "example.com");

        private final String text;
        private final String said;

        Mistake(String good, String bad, String said) {
            this.text = ZONE.replace(good, bad);
            this.said = said;
        }
    }

    @TempDir Path folder;
    private GitScene scene;

    @BeforeEach
    void begin() throws IOException {
        scene =
                GitScene.create(
                        folder,
                        Map.of(
                                "example.com",
                                ZONE,
                                "sub.example.com",
                                ZONE,
                                "_keys",
                                RunningPrimary.keyRecord(RunningPrimary.KEY_NAME)));
    }

    private static ResourceRecord record(String owner) {
        return ResourceRecord.of(owner, 60, RecordType.A, "192.0.2.9");
    }

    private static void update(RunningPrimary primary, DomainName zone, String label)
            throws IOException {
        var update = Update.of(zone).add(record(label + "." + zone));
        assertThat(primary.askSigned(update)).isInstanceOf(Reply.Accepted.class);
    }

    private void pushAndTell(RunningPrimary primary, String text) throws IOException {
        pushAndTell(primary, text, scene.read("sub.example.com"));
    }

    private void pushAndTell(RunningPrimary primary, String text, String other) throws IOException {
        scene.pull();
        scene.operator().write("example.com", text).write("sub.example.com", other);
        scene.push("Edit");
        assertThat(primary.askSigned(Notify.of(ORIGIN))).isInstanceOf(Reply.Accepted.class);
    }

    private static String mended() {
        return ZONE.replace("7 2h", "20 2h") + "ftp A 192.0.2.21\n";
    }

    @ParameterizedTest
    @EnumSource(Mistake.class)
    void theLastGoodVersionIsServedUntilTheFileIsMended(Mistake mistake) throws Exception {
        try (var primary = scene.serve()) {
            pushAndTell(primary, mistake.text, mended());
            String log = primary.log().await("zone 'example.com' stays as it was, at serial 7\n");
            assertThat(log).contains(mistake.said);
            assertThat(primary.answers().has("www.example.com")).isTrue();
            assertThat(primary.answers().has("ftp.sub.example.com")).isTrue();

            update(primary, ORIGIN, "early");
            update(primary, OTHER, "early");
            assertThat(primary.answers().has("early.example.com")).isTrue();
            scene.await("the other zone", "sub.example.com", text -> text.contains("early"));
            assertThat(scene.read("example.com")).isEqualTo(mistake.text);

            pushAndTell(primary, mended());
            scene.await("the update", "example.com", text -> text.contains("early"));
            assertThat(scene.read("example.com")).startsWith("; the zone of this test\n");
            assertThat(primary.answers().has("early.example.com")).isTrue();
            assertThat(primary.answers().has("ftp.example.com")).isTrue();
        }
    }

    @Test
    void aRestartServesTheLastGoodVersionToo() throws Exception {
        try (var primary = scene.serve()) {
            update(primary, ORIGIN, "landed");
            scene.await("the update", "example.com", text -> text.contains("landed"));
            pushAndTell(primary, Mistake.SYNTAX.text);
            primary.log().await("zone 'example.com' stays as it was");
            update(primary, ORIGIN, "early");
        }
        try (var primary = scene.serve()) {
            for (String name : new String[] {"www", "landed", "early"}) {
                assertThat(primary.answers().has(name + ".example.com")).as(name).isTrue();
            }
            assertThat(primary.log().text()).contains("example.com:6:");
            pushAndTell(primary, mended());
            scene.await("the update", "example.com", text -> text.contains("early"));
            assertThat(primary.answers().has("ftp.example.com")).isTrue();
        }
    }

    @Test
    void secondariesKeepTheLastGoodVersion() throws Exception {
        int port = FreePort.any();
        try (var primary = scene.serve("--notify", "127.0.0.1#" + port)) {
            var from = Remote.of(primary.address(), RunningPrimary.key(RunningPrimary.KEY_NAME));
            var plan = ServerPlan.EMPTY.secondary(ORIGIN, from).at(port);
            try (var secondary = NamedServer.start(plan)) {
                var followed = new Answers(secondary.address());
                followed.await("www.example.com");
                pushAndTell(primary, Mistake.NO_SOA.text);
                primary.log().await("zone 'example.com' stays as it was");
                update(primary, ORIGIN, "early");
                followed.await("early.example.com");
                pushAndTell(primary, mended());
                followed.await("ftp.example.com");
                assertThat(followed.has("www.example.com")).isTrue();
                assertThat(followed.has("early.example.com")).isTrue();
            }
        }
    }
}
