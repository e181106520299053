package io.github.dnscli.dist.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.dist.installed.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The recipe for a container, as far as it can be judged without making one.
class ContainerRecipeTest {

    private static final Path RECIPES = Sources.ROOT.resolve("docs/recipes");

    @Test
    void runsAsTheUserWhoOwnsTheVolume() throws Exception {
        String file = Files.readString(RECIPES.resolve("Containerfile"));
        String user = file.replaceFirst("(?s).*\nUSER (\\d+):\\1\n.*", "$1");
        assertThat(file)
                .contains(
                        "--uid " + user, "--owner oserve --group oserve", "VOLUME /var/lib/oserve");
        assertThat(Files.readString(RECIPES.resolve("oci.md")))
                .contains("user " + user, ":/var/lib/oserve", ":/etc/oserve:ro", "--read-only");
    }

    @Test
    void startsAndAsksWithCommandsThatThereAre() throws Exception {
        String file = Files.readString(RECIPES.resolve("Containerfile"));
        assertThat(file)
                .contains(
                        "ENTRYPOINT [\"oserve\"]",
                        "\"oserve\", \"status\", \"--state\"",
                        "CMD [\"primary\"");
        String manual = Files.readString(Sources.ROOT.resolve("man/oserve.1"));
        assertThat(manual).contains("oserve primary", "oserve status");
    }
}
