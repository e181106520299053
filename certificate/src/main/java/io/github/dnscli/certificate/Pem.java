package io.github.dnscli.certificate;

import java.util.stream.Collectors;

/// The text form of keys, requests and certificates (RFC 7468).
public final class Pem {

    private Pem() {}

    /// {@return a chain as web servers read it: the leaf first, each certificate followed by its issuer's, no root}
    public static String of(VerifiedChain chain) {
        return chain.certificates().stream().map(Certificate::pem).collect(Collectors.joining());
    }

    /// {@return the blocks of a text, and what is wrong in it; text between blocks is explanation (RFC 7468 §5.2)}
    public static PemText parse(String text) {
        return new PemReader(text).read();
    }
}
