package io.github.dnscli.certifier.acme;

import io.github.dnscli.certifier.authority.Failure.Kind;
import java.util.List;

/// What the types of problems mean to us (RFC 8555 §6.7, RFC 9773 §7.4, and the profiles of Let's Encrypt).
///
/// @param kind the sort of failure
/// @param cure who or what can mend it
record FaultType(Kind kind, Cure cure) {

    /// Who or what can mend a fault.
    enum Cure {
        TIME,
        PEOPLE
    }

    /// {@return what a problem comes to, which may be made of several}: what people must mend goes before what time mends
    static FaultType of(List<String> types) {
        return worst(types.stream().map(FaultType::of).toList());
    }

    private static FaultType worst(List<FaultType> known) {
        return known.stream()
                .filter(type -> type.cure() == Cure.PEOPLE && type.kind() != Kind.ORDER)
                .findFirst()
                .orElse(known.getFirst());
    }

    private static FaultType of(String type) {
        return switch (type) {
            case "rateLimited" -> new FaultType(Kind.RATE_LIMITED, Cure.TIME);
            case "caa" -> new FaultType(Kind.CAA, Cure.PEOPLE);
            case "dns", "connection", "incorrectResponse", "tls", "dnssec" ->
                    new FaultType(Kind.VALIDATION, Cure.TIME);
            case "rejectedIdentifier",
                    "unsupportedIdentifier",
                    "badCSR",
                    "badPublicKey",
                    "invalidProfile" ->
                    new FaultType(Kind.REJECTED, Cure.PEOPLE);
            case "accountDoesNotExist",
                    "unauthorized",
                    "userActionRequired",
                    "externalAccountRequired",
                    "invalidContact",
                    "unsupportedContact",
                    "badSignatureAlgorithm" ->
                    new FaultType(Kind.ACCOUNT, Cure.PEOPLE);
            case "serverInternal", "badNonce" -> new FaultType(Kind.UNREACHABLE, Cure.TIME);
            case "malformed" -> new FaultType(Kind.ORDER, Cure.PEOPLE);
            default -> new FaultType(Kind.ORDER, Cure.TIME);
        };
    }

    /// {@return what problems with proofs come to}: there, `unauthorized` is said of what was found in the DNS
    static FaultType ofProofs(List<String> types) {
        return worst(types.stream().map(FaultType::of).map(FaultType::ofProof).toList());
    }

    private static FaultType ofProof(FaultType found) {
        return found.kind() == Kind.ACCOUNT || found.kind() == Kind.ORDER
                ? new FaultType(Kind.VALIDATION, Cure.TIME)
                : found;
    }

    /// {@return what an order came to that has ended}: the account was good enough to place it, and the authority spoke
    static FaultType ofOrder(List<String> types) {
        return worst(types.stream().map(FaultType::of).map(FaultType::ofOrder).toList());
    }

    private static FaultType ofOrder(FaultType found) {
        return switch (found.kind()) {
            case ACCOUNT -> new FaultType(Kind.VALIDATION, Cure.TIME);
            case UNREACHABLE -> new FaultType(Kind.ORDER, Cure.TIME);
            case RATE_LIMITED,
                    REJECTED,
                    CAA,
                    CHALLENGE,
                    PROPAGATION,
                    VALIDATION,
                    ORDER,
                    MISFIT,
                    LOCAL ->
                    found;
        };
    }
}
