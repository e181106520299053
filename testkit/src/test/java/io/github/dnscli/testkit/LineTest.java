package io.github.dnscli.testkit;

import static io.github.dnscli.testkit.Sample.SHORT;
import static io.github.dnscli.testkit.Sample.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.common.transport.Line;
import io.github.dnscli.common.transport.NoReplyException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LineTest {

    private static final byte[] MESSAGE = {1, 2, 3};

    @Test
    void bringsWhatTheServerSaysUnasked() throws IOException {
        try (var peer = ScriptedPeer.start(line -> speak(line, MESSAGE, MESSAGE));
                var line = Line.open(peer.address(), TIMEOUT)) {
            assertThat(line.receive(TIMEOUT)).contains(MESSAGE);
            assertThat(line.receive(TIMEOUT)).contains(MESSAGE);
            assertThat(line.receive(SHORT)).isEmpty();
            assertThat(line.receive(SHORT)).isEmpty();
        }
    }

    @Test
    void carriesWhatTheClientSays() throws Exception {
        var heard = new CompletableFuture<byte[]>();
        try (var peer = ScriptedPeer.start(line -> heard.complete(line.receive()));
                var line = Line.open(peer.address(), TIMEOUT)) {
            line.send(MESSAGE);
            assertThat(heard.get()).isEqualTo(MESSAGE);
        }
    }

    @Test
    void isBrokenWhereAMessageBreaksOff() throws IOException {
        try (var peer =
                        ScriptedPeer.start(
                                line -> {
                                    line.sendRaw(new byte[] {0, 9, 1});
                                    line.receive();
                                });
                var line = Line.open(peer.address(), SHORT)) {
            assertThatThrownBy(() -> line.receive(TIMEOUT))
                    .isInstanceOf(NoReplyException.class)
                    .hasMessageContaining("no reply");
        }
    }

    @Test
    void isBrokenWhenTheServerGoes() throws IOException {
        try (var peer = ScriptedPeer.start(_ -> {});
                var line = Line.open(peer.address(), TIMEOUT)) {
            assertThatThrownBy(() -> line.receive(TIMEOUT))
                    .isInstanceOf(NoReplyException.class)
                    .hasMessageContaining("closed");
        }
    }

    private static void speak(Script.Line line, byte[]... messages) throws IOException {
        for (byte[] message : messages) {
            line.send(message);
        }
        line.receive();
    }
}
