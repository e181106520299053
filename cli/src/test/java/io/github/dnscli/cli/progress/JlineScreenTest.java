package io.github.dnscli.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Size;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.Test;

class JlineScreenTest {

    @Test
    void takesATerminalThatSomebodyHas() throws IOException {
        try (var terminal =
                new LineDisciplineTerminal(
                        "test", "xterm", new ByteArrayOutputStream(), StandardCharsets.UTF_8)) {
            terminal.setSize(Size.of(37, 10));
            var screen = JlineScreen.of(terminal).orElseThrow();

            assertThat(screen.columns()).isEqualTo(37);
            assertThat(screen.emptyLine()).isEqualTo("\r\u001b[K");
            assertThat(screen.lineUp()).isEqualTo("\u001b[A");
        }
    }

    @Test
    void countsColumnsNotCharacters() throws IOException {
        try (var terminal =
                new LineDisciplineTerminal(
                        "test", "xterm", new ByteArrayOutputStream(), StandardCharsets.UTF_8)) {
            var screen = JlineScreen.of(terminal).orElseThrow();

            assertThat(screen.cut("日本語", 5)).isEqualTo("日本");
            assertThat(screen.cut("abc", 5)).isEqualTo("abc");
            assertThat(screen.width("日本")).isEqualTo(4);
        }
    }

    @Test
    void passesOverATerminalThatCannotEmptyALine() throws IOException {
        try (var terminal =
                new DumbTerminal(
                        new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream())) {
            assertThat(JlineScreen.of(terminal)).isEmpty();
        }
    }
}
