package io.github.dnscli.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Java of the README compiles and runs.
class ReadmeTest {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    @TempDir private Path folder;

    @Test
    void startsAServerInSixLines() throws Exception {
        var snippet = JAVA.matcher(Files.readString(Sources.ROOT.resolve("README.md")));
        assertThat(snippet.find()).isTrue();
        var source = folder.resolve("Shown.java");
        Files.writeString(source, program(snippet.group(1)));
        var java =
                new Tool(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path")),
                        Map.of());
        var run = java.run(source.toString());
        assertThat(run.status()).as(run.errors()).isZero();
        assertThat(run.output()).startsWith("listening on port ");
    }

    private static String program(String statements) {
        return """
               import io.github.dnscli.common.name.DomainName;
               import io.github.dnscli.common.record.*;
               import io.github.dnscli.common.zone.Zone;
               import io.github.dnscli.server.NameServer;
               import java.util.List;

               class Shown {
                   public static void main(String... arguments) throws Exception {
               %s
                   }
               }
               """
                .formatted(statements);
    }
}
