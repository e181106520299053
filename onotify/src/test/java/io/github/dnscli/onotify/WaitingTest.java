package io.github.dnscli.onotify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.testkit.terminal.ScriptedTerminal;
import org.junit.jupiter.api.Test;

class WaitingTest {

    @Test
    void showsWhichServerItWaitsFor() {
        var terminal = new ScriptedTerminal();

        assertThat(
                        terminal.run(
                                new OnotifyCommand(),
                                terminal.world(),
                                "--color=never",
                                "--timeout=2s",
                                "192.0.2.1",
                                "example.test"))
                .startsWith(
                        "notifying to 192.0.2.1:53 zone example.test\n"
                                + "⌫waiting for the reply of 192.0.2.1#53 · 1 s of 2 s"
                                + "⌫waiting for the reply of 192.0.2.1#53 · 2 s of 2 s"
                                + "⌫onotify: error: ");
    }
}
