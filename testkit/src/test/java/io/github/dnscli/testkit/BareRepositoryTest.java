package io.github.dnscli.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BareRepositoryTest {

    @TempDir private Path folder;
    private BareRepository remote;
    private Git operator;

    @BeforeEach
    void create() throws IOException {
        remote = BareRepository.create(folder.resolve("remote.git"));
        operator = remote.clone(folder.resolve("operator"));
        operator.commit("example.com", "one\n", "The first zone");
        operator.run("push", "-q", "origin", "main");
    }

    @Test
    void takesWhatIsPushed() throws IOException {
        operator.commit("notes/read.me", "two\n", "A note");
        operator.run("push", "-q");

        assertThat(remote.log()).containsExactly("A note", "The first zone");
        assertThat(remote.log("%an <%ce>")).containsOnly("A <c@example.com>");
        assertThat(remote.files("main")).containsExactly("example.com", "notes/read.me");
        assertThat(remote.read("main~1", "example.com")).isEqualTo("one\n");
    }

    @Test
    void isGoneAndBack() throws IOException {
        remote.goAway();
        assertThatThrownBy(() -> operator.run("fetch"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not appear to be a git repository");

        remote.comeBack();
        operator.run("fetch");
    }

    @Test
    void hasHooks() throws IOException {
        remote.hook("pre-receive", "echo not today >&2; exit 1");
        operator.commit("example.com", "two\n", "A change");

        assertThatThrownBy(() -> operator.run("push")).hasMessageContaining("remote: not today");
    }

    @Test
    void isReachedBySsh() throws IOException {
        try (var server = SshServer.start()) {
            var visitor = server.reachedBy(Git.in(folder));
            visitor.run("clone", "-q", server.url(remote.path()), "copy");

            assertThat(visitor.at(folder.resolve("copy")).id("HEAD"))
                    .isEqualTo(operator.id("HEAD"));
            assertThat(server.output()).contains("Accepted publickey for " + server.user());
            assertThat(server.fingerprint()).startsWith("SHA256:");
        }
    }
}
