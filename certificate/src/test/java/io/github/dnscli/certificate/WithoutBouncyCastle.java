package io.github.dnscli.certificate;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A program that does what `otlsa-fetch` does, run by [WithoutBouncyCastleTest] on a class path without the library.
final class WithoutBouncyCastle {

    private WithoutBouncyCastle() {}

    /// Prints the chain of a host.
    ///
    /// @param arguments a host, a time, a root in hexadecimal, and the data of TLSA records in hexadecimal
    public static void main(String[] arguments) {
        var root = decode(bytes(arguments[2]));
        var records = Stream.of(arguments).skip(3).map(WithoutBouncyCastle::data).toList();
        var expectation =
                new Expectation(
                        List.of(DomainName.of(arguments[0])),
                        Optional.empty(),
                        Instant.parse(arguments[1]),
                        TrustAnchors.of(List.of(root), "the test's root"));
        var bundle = TlsaBundle.of(records);
        switch (ChainVerifier.verifyBest(bundle.chains(), expectation)) {
            case Verdict.Verified(var chain) -> System.out.print(Pem.of(chain));
            case Verdict.Rejected(_, var reasons) -> System.out.print(reasons);
        }
    }

    private static RecordData data(String hex) {
        return RecordData.ofWire(RecordType.TLSA, bytes(hex));
    }

    private static Certificate decode(byte[] der) {
        return Certificate.decode(der).certificate().orElseThrow();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
