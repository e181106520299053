package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.ParsedData;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Token;
import java.util.Optional;

/// Addresses and lengths of prefixes in sender policies (RFC 7208 §5.6, §12).
final class SenderNetwork {

    private static final int BITS_4 = 32;
    private static final int BITS_6 = 128;

    private SenderNetwork() {}

    /// A term without the lengths at its end: `/24`, `//64` or `/24//64`.
    ///
    /// @param front what stands before them
    /// @param four the digits of the first, or empty
    /// @param six the digits of the second, or empty
    record Prefixes(String front, String four, String six) {}

    static Prefixes splitPrefixes(String text) {
        int end = text.length();
        int slash = slashBeforeDigits(text, end);
        String six = "";
        if (slash > 0 && text.charAt(slash - 1) == '/') {
            six = text.substring(slash + 1);
            end = slash - 1;
            slash = slashBeforeDigits(text, end);
        }
        String four = slash < 0 ? "" : text.substring(slash + 1, end);
        return new Prefixes(text.substring(0, slash < 0 ? end : slash), four, six);
    }

    /// {@return where the slash stands before the digits that end at an offset, or -1}
    private static int slashBeforeDigits(String text, int end) {
        int at = end;
        while (at > 0 && Letters.DIGIT.has(text.charAt(at - 1))) {
            at--;
        }
        return at > 0 && at < end && text.charAt(at - 1) == '/' ? at - 1 : -1;
    }

    static Optional<String> problem(Prefixes prefixes) {
        var four = lengthProblem(prefixes.four(), BITS_4);
        return four.isPresent() ? four : lengthProblem(prefixes.six(), BITS_6);
    }

    private static Optional<String> lengthProblem(String digits, int most) {
        boolean fits =
                digits.isEmpty()
                        || digits.length() <= 3
                                && (digits.length() == 1 || digits.charAt(0) != '0')
                                && Integer.parseInt(digits) <= most;
        return fits
                ? Optional.empty()
                : Optional.of("prefix length " + Quote.of(digits) + " is not in 0.." + most);
    }

    /// {@return what is wrong with the value of `ip4` or `ip6`}
    static Optional<String> problem(String family, String network) {
        boolean isFour = family.equals("ip4");
        int slash = network.indexOf('/');
        String address = slash < 0 ? network : network.substring(0, slash);
        if (!(isFour
                ? isAddress(address, '.', RecordType.A)
                : isAddress(address, ':', RecordType.AAAA))) {
            return Optional.of(
                    Quote.of(address) + " is not an " + (isFour ? "IPv4" : "IPv6") + " address");
        }
        if (slash < 0) {
            return Optional.empty();
        }
        String length = network.substring(slash + 1);
        return length.isEmpty() || !Letters.DIGIT.fill(length)
                ? Optional.of(Quote.of(length) + " is not the length of a prefix")
                : lengthProblem(length, isFour ? BITS_4 : BITS_6);
    }

    private static boolean isAddress(String text, char separator, RecordType type) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '.' && c != separator && !Letters.HEXADECIMAL.has(c)) {
                return false;
            }
        }
        return RecordData.parse(type, Token.split(text), DomainName.ROOT)
                instanceof ParsedData.Valid;
    }
}
