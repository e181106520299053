package io.github.dnscli.common.check;

import java.util.Optional;

/// How to reach those responsible for a domain: the values of `iodef` (RFC 8659 §4.4), `contactemail` and `contactphone`
/// (Baseline Requirements of the CA/Browser Forum, appendix A.1).
final class ContactValue {

    private static final String[] SCHEMES = {UriForm.MAILTO, "https://", "http://"};

    private static final String SEPARATORS = " -.()";

    private ContactValue() {}

    static Optional<String> reportProblem(String url) {
        for (String scheme : SCHEMES) {
            if (url.regionMatches(true, 0, scheme, 0, scheme.length())) {
                boolean fits = UriForm.isUri(url) && (UriForm.isMail(url) || hasHost(url, scheme));
                return fits ? Optional.empty() : Optional.of(Quote.of(url) + " is not a URL");
            }
        }
        return Optional.of(
                Quote.of(url) + " is not a URL of the scheme 'mailto:', 'http:' or 'https:'");
    }

    static Optional<String> emailProblem(String address) {
        return UriForm.isAddress(address) && !UriForm.isMail(address)
                ? Optional.empty()
                : Optional.of(Quote.of(address) + " is not an email address");
    }

    /// A global number (RFC 3966 §5.1.4), blanks tolerated because the Forum's own example has them.
    static Optional<String> phoneProblem(String number) {
        boolean fits = number.startsWith("+");
        boolean hasDigit = false;
        for (int i = 1; i < number.length(); i++) {
            char c = number.charAt(i);
            hasDigit |= Letters.DIGIT.has(c);
            fits &= Letters.DIGIT.has(c) || SEPARATORS.indexOf(c) >= 0;
        }
        return fits && hasDigit
                ? Optional.empty()
                : Optional.of(
                        Quote.of(number)
                                + " is not a telephone number with a '+' and the code of a country");
    }

    private static boolean hasHost(String url, String scheme) {
        return url.length() > scheme.length() && "/?#:".indexOf(url.charAt(scheme.length())) < 0;
    }
}
