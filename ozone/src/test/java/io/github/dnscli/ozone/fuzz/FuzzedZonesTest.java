package io.github.dnscli.ozone.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Zone files that went through people's and machines' hands: none breaks the reader, a rule or the writer.
class FuzzedZonesTest {

    @Test
    void twoThousandFuzzedZonesBreakNothing() {
        for (long seed = 0; seed < 2000; seed++) {
            try {
                Endurance.prove(FuzzedZone.of(seed));
            } catch (RuntimeException | AssertionError | StackOverflowError broken) {
                fail("fuzzed zone of seed " + seed, broken);
            }
        }
    }

    @Test
    void theInputsOfTheFuzzerBreakNothing() throws Exception {
        var inputs = getClass().getResource("OctetsFuzzTestInputs/anyOctetsEndInFindings");
        try (var files = Files.list(Path.of(Objects.requireNonNull(inputs).toURI()))) {
            for (var file : files.toList()) {
                assertThatCode(() -> Endurance.prove(Files.readAllBytes(file)))
                        .as(file.getFileName().toString())
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    @Tag("slow")
    void aMillionFuzzedZonesBreakNothingInLittleMemory() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                List.of(
                        java,
                        "-Xmx256m",
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Marathon.class.getName(),
                        "1000000",
                        "1000000");
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        System.out.println(output);
    }
}
