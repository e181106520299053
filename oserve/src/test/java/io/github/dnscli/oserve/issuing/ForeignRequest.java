package io.github.dnscli.oserve.issuing;

import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Signing requests as OpenSSL makes them.
final class ForeignRequest {

    private ForeignRequest() {}

    /// {@return a request in DER form for a host, which has no alternative names unless there are more}; skips the test when
    /// OpenSSL is not installed
    static byte[] of(Path folder, String host, String... more) throws IOException {
        var key = folder.resolve(host + ".openssl.key").toString();
        var file = folder.resolve(host + ".openssl.req");
        Tools.run(
                Peer.OPENSSL,
                new byte[0],
                "genpkey",
                "-algorithm",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-out",
                key);
        var words =
                Stream.of(
                        "req",
                        "-new",
                        "-key",
                        key,
                        "-subj",
                        "/CN=" + host,
                        "-outform",
                        "DER",
                        "-out",
                        file.toString());
        Tools.run(
                Peer.OPENSSL,
                new byte[0],
                Stream.concat(words, alternative(host, more)).toArray(String[]::new));
        return Files.readAllBytes(file);
    }

    private static Stream<String> alternative(String host, String... more) {
        return more.length == 0
                ? Stream.of()
                : Stream.of(
                        "-addext",
                        Stream.concat(Stream.of(host), Stream.of(more))
                                .map(name -> "DNS:" + name)
                                .collect(Collectors.joining(",", "subjectAltName=", "")));
    }
}
