package io.github.dnscli.certificate;

import static io.github.dnscli.testkit.certificate.TestAuthority.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.testkit.certificate.TestAuthority;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Commands that only fetch do not pay for the library: they work where it is absent, even with a request among the
/// records.
class WithoutBouncyCastleTest {

    private static final String HOST = "www.example.com";

    @Test
    void certificatesAreReadAndVerified() throws Exception {
        var root = TestAuthority.root("Root");
        var intermediate = root.intermediate("R1");
        var leaf = intermediate.leaf(HOST);
        var key = CertificateKey.generate(KeyType.P256, new SecureRandom());
        var request = CertificateRequest.create(key, List.of(DomainName.of(HOST)));
        var records =
                List.of(
                        request.data(),
                        TlsaRole.LEAF.data(leaf.der()),
                        TlsaRole.AUTHORITY.data(intermediate.identity().der()));

        assertThat(run(root.identity().der(), records))
                .isEqualTo(leaf.pem() + intermediate.identity().pem());
    }

    private static String run(byte[] root, List<RecordData> records)
            throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-cp", classPath()));
        command.add(WithoutBouncyCastle.class.getName());
        command.addAll(List.of(HOST, NOW.toString(), HexFormat.of().formatHex(root)));
        records.forEach(data -> command.add(HexFormat.of().formatHex(data.wire())));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private static String classPath() {
        return Stream.of(
                        System.getProperty("java.class.path")
                                .split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("bc"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
