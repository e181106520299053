package io.github.dnscli.dist.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.dist.installed.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the build would publish, as Maven Central looks at it. What goes with them, [CentralBundle] looks at, with
/// `-Pcentral`.
class PublishingIT {

    private static final Pattern MODULE = Pattern.compile("<module>([a-z-]+)</module>");
    private static final List<String> UNPUBLISHED = List.of("testkit", "examples", "dist", "bom");

    static Stream<String> published() throws IOException {
        return Stream.concat(bom().managed().stream(), Stream.of("dns-cli-bom"));
    }

    private static PublishedPom bom() throws IOException {
        return pom("bom");
    }

    private static PublishedPom pom(String module) throws IOException {
        return PublishedPom.read(
                Sources.ROOT.resolve(Path.of(module, "target", "published-pom.xml")));
    }

    @ParameterizedTest
    @MethodSource("published")
    void isDescribedInFull(String artifact) throws IOException {
        var pom = pom(artifact.replaceFirst("^dns-cli-", ""));

        assertThat(pom.artifact()).isEqualTo(artifact);
        assertThat(pom.problems()).isEmpty();
    }

    @Test
    void theBomNamesAllModulesThatArePublished() throws IOException {
        var modules =
                MODULE.matcher(Files.readString(Sources.ROOT.resolve("pom.xml")))
                        .results()
                        .map(module -> module.group(1))
                        .filter(module -> !UNPUBLISHED.contains(module))
                        .map(module -> "dns-cli-" + module);

        assertThat(bom().managed()).containsExactlyInAnyOrderElementsOf(modules.toList());
    }
}
