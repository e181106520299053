package io.github.dnscli.otlsafetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.testkit.certificate.TestAuthority;
import io.github.dnscli.testkit.terminal.ScriptedTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaitingTest {

    @TempDir private Path folder;

    @Test
    void showsWhichServerItWaitsFor() throws IOException {
        Files.writeString(folder.resolve("root.pem"), TestAuthority.root("Root").identity().pem());
        var terminal = new ScriptedTerminal();

        assertThat(
                        terminal.run(
                                new OtlsaFetchCommand(),
                                terminal.world().withDirectory(folder),
                                "--color=never",
                                "--timeout=2s",
                                "--ca=root.pem",
                                "foo.mirage",
                                "192.0.2.1"))
                .startsWith(
                        "⌫waiting for the reply of 192.0.2.1#53 · 1 s of 2 s"
                                + "⌫waiting for the reply of 192.0.2.1#53 · 2 s of 2 s"
                                + "⌫otlsa-fetch: error: ");
    }
}
