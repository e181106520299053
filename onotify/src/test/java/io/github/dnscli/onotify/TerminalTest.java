package io.github.dnscli.onotify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.testkit.Script;
import io.github.dnscli.testkit.ScriptedPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The progress line on a real terminal.
@Timeout(60)
class TerminalTest {

    @TempDir private Path folder;

    private ScriptedPeer peer;
    private Tmux terminal;

    @BeforeEach
    void open() throws IOException {
        peer = ScriptedPeer.start(Script.silent());
        terminal = new Tmux(folder, 80);
    }

    @AfterEach
    void close() throws IOException {
        terminal.close();
        peer.close();
    }

    private void run(String timeout, String redirections) throws IOException {
        var script = folder.resolve("onotify");
        Files.writeString(
                script,
                """
                stty -g >'%1$s/before'
                '%2$s/bin/java' -XX:TieredStopAtLevel=1 -Ddnscli.terminals=12 -Xlog:class+load:file='%1$s/loaded' -cp '%3$s' %4$s \\
                    --timeout %5$s '%6$s' example.test %7$s
                echo "status $?"
                stty -g >'%1$s/after'
                echo end
                """
                        .formatted(
                                folder,
                                System.getProperty("java.home"),
                                System.getProperty("java.class.path"),
                                OnotifyCommand.class.getName(),
                                timeout,
                                peer.address(),
                                redirections));
        terminal.type("clear; sh " + script);
    }

    private void assertFails(String time) throws IOException {
        terminal.until("end");
        assertThat(terminal.text())
                .endsWith(
                        "onotify: error: no reply from %s within %s\nstatus 3\nend\n$"
                                .formatted(peer.address(), time))
                .doesNotContain("waiting f");
        assertThat(folder.resolve("after")).hasSameTextualContentAs(folder.resolve("before"));
    }

    private boolean hasLoadedJline() throws IOException {
        return Files.readString(folder.resolve("loaded")).contains(" org.jline.");
    }

    @Test
    void drawsALineFollowsTheWidthAndWipesIt() throws IOException {
        run("4s", "</dev/null");
        terminal.until("\nwaiting for the reply of " + peer.address() + " · 1 s of 4 s");
        terminal.resize(24);
        terminal.until("waiting f… · ");

        assertFails("4 s");
        assertThat(hasLoadedJline()).isTrue();
    }

    @Test
    void leavesACleanLineWhenInterrupted() throws IOException {
        run("30s", "");
        terminal.until(" · 1 s of 30 s");
        terminal.press("C-c");

        terminal.untilEnd("$");
        assertThat(terminal.text()).startsWith("notifying to ").doesNotContain("waiting for", "^C");
    }

    @Test
    void loadsNothingForAShortRun() throws IOException {
        run("600ms", "");

        assertFails("600 ms");
        assertThat(hasLoadedJline()).isFalse();
    }
}
