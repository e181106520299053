package io.github.dnscli.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Most zones have no certificates: to check them must not cost the time that cryptography takes to load.
class CertificateRuleStartTest {

    private static final Pattern LOADED = Pattern.compile("\\[class,load] (\\S+) source:");

    @Test
    void loadsNothingThatKnowsCertificatesWithoutNeed() throws Exception {
        assertThat(loadedClasses().filter(CertificateRuleStartTest::isAboutCertificates))
                .containsExactlyInAnyOrder(
                        ZoneWithoutCertificates.class.getName(),
                        CertificateRule.class.getName(),
                        ServiceName.class.getName());
    }

    private static boolean isAboutCertificates(String className) {
        return className.startsWith("io.github.dnscli.certificate.")
                || className.startsWith("java.security.cert.X509")
                || className.startsWith("org.bouncycastle.");
    }

    private static Stream<String> loadedClasses() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process =
                new ProcessBuilder(
                                java,
                                "-Xshare:off",
                                "-Xlog:class+load:stdout",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ZoneWithoutCertificates.class.getName())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output.lines()
                .map(LOADED::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }
}
