package io.github.dnscli.common.key;

import io.github.dnscli.common.name.DomainName;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How messages are signed (RFC 8945 §6). HMAC-MD5 is left out on purpose.
public enum TsigAlgorithm {
    /// HMAC-SHA-1.
    SHA1(161, 20),
    /// HMAC-SHA-224.
    SHA224(162, 28),
    /// HMAC-SHA-256.
    SHA256(163, 32),
    /// HMAC-SHA-384.
    SHA384(164, 48),
    /// HMAC-SHA-512.
    SHA512(165, 64);

    private final int number;
    private final int macLength;
    private final DomainName dnsName;

    TsigAlgorithm(int number, int macLength) {
        this.number = number;
        this.macLength = macLength;
        this.dnsName = DomainName.of("hmac-" + name().toLowerCase(Locale.ROOT));
    }

    /// {@return the algorithm a text names: `SHA256`, `hmac-sha256`, `hmac-sha256.`, in any case of letters}
    public static Optional<TsigAlgorithm> parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String plain = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        String bare = plain.startsWith("hmac-") ? plain.substring("hmac-".length()) : plain;
        return Arrays.stream(values())
                .filter(a -> a.name().toLowerCase(Locale.ROOT).equals(bare))
                .findFirst();
    }

    /// {@return the algorithm with a number of the DNSKEY form in key files}
    public static Optional<TsigAlgorithm> ofNumber(int number) {
        return Arrays.stream(values()).filter(a -> a.number == number).findFirst();
    }

    /// {@return the algorithm with a name on the wire}
    public static Optional<TsigAlgorithm> ofDnsName(DomainName name) {
        return Arrays.stream(values()).filter(a -> a.dnsName.equals(name)).findFirst();
    }

    /// {@return the number that stands for it in the DNSKEY form of key files, 161 to 165}
    public int number() {
        return number;
    }

    /// {@return how many octets a full signature has}
    public int macLength() {
        return macLength;
    }

    /// {@return its name on the wire, `hmac-sha256.`}
    public DomainName dnsName() {
        return dnsName;
    }

    /// {@return its name in the JDK, `HmacSHA256`}
    public String javaName() {
        return "Hmac" + name();
    }
}
