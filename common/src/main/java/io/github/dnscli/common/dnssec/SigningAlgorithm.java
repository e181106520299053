package io.github.dnscli.common.dnssec;

import java.util.Optional;

/// The algorithms of zone keys by their numbers in the IANA registry.
public enum SigningAlgorithm {
    /// Not to be used any more (RFC 6725).
    RSAMD5(1, "RSAMD5"),
    /// Not to be used any more (RFC 8624 §3.1).
    DSA(3, "DSA"),
    /// Not to be used any more (RFC 9905 §2).
    RSASHA1(5, "RSASHA1"),
    /// Not to be used any more (RFC 8624 §3.1).
    DSA_NSEC3_SHA1(6, "DSA-NSEC3-SHA1"),
    /// Not to be used any more (RFC 9905 §2).
    RSASHA1_NSEC3_SHA1(7, "RSASHA1-NSEC3-SHA1"),
    /// RFC 5702.
    RSASHA256(8, "RSASHA256"),
    /// RFC 5702.
    RSASHA512(10, "RSASHA512"),
    /// Not to be used any more (RFC 9906 §2).
    ECC_GOST(12, "ECC-GOST"),
    /// RFC 6605.
    ECDSAP256SHA256(13, "ECDSAP256SHA256"),
    /// RFC 6605.
    ECDSAP384SHA384(14, "ECDSAP384SHA384"),
    /// RFC 8080.
    ED25519(15, "ED25519"),
    /// RFC 8080.
    ED448(16, "ED448");

    private final int number;
    private final String mnemonic;

    SigningAlgorithm(int number, String mnemonic) {
        this.number = number;
        this.mnemonic = mnemonic;
    }

    /// {@return the number in the registry}
    public int number() {
        return number;
    }

    /// {@return the algorithm of a number, if it is known}
    public static Optional<SigningAlgorithm> of(int number) {
        for (var algorithm : values()) {
            if (algorithm.number == number) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /// {@return how messages call the algorithm of a number}
    public static String display(int number) {
        return of(number).map(SigningAlgorithm::toString).orElse("algorithm " + number);
    }

    /// {@return whether keys are a modulus and an exponent as in RFC 3110}
    public boolean isRsa() {
        return switch (this) {
            case RSAMD5, RSASHA1, RSASHA1_NSEC3_SHA1, RSASHA256, RSASHA512 -> true;
            case DSA, DSA_NSEC3_SHA1, ECC_GOST, ECDSAP256SHA256, ECDSAP384SHA384, ED25519, ED448 ->
                    false;
        };
    }

    /// {@return what the JDK calls the signature; empty for algorithms that no validator may use}
    Optional<String> signature() {
        return switch (this) {
            case RSASHA1, RSASHA1_NSEC3_SHA1 -> Optional.of("SHA1withRSA");
            case RSASHA256 -> Optional.of("SHA256withRSA");
            case RSASHA512 -> Optional.of("SHA512withRSA");
            case ECDSAP256SHA256 -> Optional.of("SHA256withECDSAinP1363Format");
            case ECDSAP384SHA384 -> Optional.of("SHA384withECDSAinP1363Format");
            case ED25519 -> Optional.of("Ed25519");
            case ED448 -> Optional.of("Ed448");
            case RSAMD5, DSA, DSA_NSEC3_SHA1, ECC_GOST -> Optional.empty();
        };
    }

    /// {@return the mnemonic of the registry}
    @Override
    public String toString() {
        return mnemonic;
    }
}
