package io.github.dnscli.oserve.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs programs of others to their end.
final class Tools {

    private static final int SECONDS = 60;

    private Tools() {}

    /// {@return all that a program says}; skips the test when it is not installed
    ///
    /// @param input what it reads
    static String run(Peer peer, byte[] input, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(peer.require().toString()));
        command.addAll(List.of(arguments));
        var heard = Files.write(Files.createTempFile("heard", ".bin"), input);
        var said = Files.createTempFile("said", ".txt");
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectInput(heard.toFile())
                            .redirectOutput(said.toFile())
                            .start();
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            String text = Files.readString(said, StandardCharsets.UTF_8);
            assertThat(ended && process.exitValue() == 0).as(command + ": " + text).isTrue();
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            Files.delete(said);
            Files.delete(heard);
        }
    }

    /// {@return a certificate in PEM form}
    static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                    .formatted(
                            Base64.getMimeEncoder(64, new byte[] {'\n'})
                                    .encodeToString(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
