package io.github.dnscli.oupdate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.testkit.terminal.ScriptedTerminal;
import org.junit.jupiter.api.Test;

class WaitingTest {

    @Test
    void showsWhichServerItWaitsFor() {
        var terminal = new ScriptedTerminal();

        assertThat(
                        terminal.run(
                                new OupdateCommand(),
                                terminal.world(),
                                "--color=never",
                                "--timeout=2s",
                                "192.0.2.1",
                                "k._update.example.test:SHA256:kJJqipaQHQWqZL31Raar6uPnepGFIdtpjkXot9rv2xg=",
                                "www.example.test",
                                "192.0.2.7"))
                .startsWith(
                        "updating to 192.0.2.1:53 zone example.test A 60 www.example.test 192.0.2.7\n"
                                + "⌫waiting for the reply of 192.0.2.1#53 · 1 s of 2 s"
                                + "⌫waiting for the reply of 192.0.2.1#53 · 2 s of 2 s"
                                + "⌫oupdate: error: ");
    }
}
