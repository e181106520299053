package io.github.dnscli.dist.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.dist.installed.Session;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `oserve demo` tells its story to the end.
class DemoIT {

    private static final Path IMAGE = Path.of(System.getProperty("dnscli.image"));

    @TempDir private Path folder;

    @Test
    void walksTheWholeRoad() throws Exception {
        try (var shell = new Session(folder)) {
            String story =
                    shell.succeed(
                            "TMPDIR=$PWD DNSCLI_JAVA_OPTIONS=-Djava.io.tmpdir=$PWD '"
                                    + IMAGE
                                    + "/bin/oserve' demo");
            assertThat(story)
                    .contains(
                            "$ ozone --old before zones/example.test",
                            "successfully checked zone example.test",
                            "successful TSIG signed notify!",
                            "successful and signed update!",
                            "the JDK accepts the chain",
                            "www.example.test.pem: OK")
                    .doesNotContain("\u001b")
                    .doesNotContain(":SHA256:");
        }
    }
}
