package io.github.dnscli.common.check;

/// The outer form of URIs (RFC 3986 §3) and email addresses: enough to tell one from what people write in its place.
final class UriForm {

    static final String MAILTO = "mailto:";

    private UriForm() {}

    /// {@return whether a text is a scheme, a colon, and something that can be seen; and for mail an address}
    static boolean isUri(String text) {
        int colon = text.indexOf(':');
        boolean plain =
                colon > 0
                        && colon < text.length() - 1
                        && Letters.LETTER.has(text.charAt(0))
                        && Letters.SCHEME.fill(text.substring(0, colon))
                        && Letters.VISIBLE.fill(text);
        return plain && (!isMail(text) || isAddress(text.substring(MAILTO.length())));
    }

    /// {@return whether a text begins with the scheme of mail}
    static boolean isMail(String text) {
        return text.regionMatches(true, 0, MAILTO, 0, MAILTO.length());
    }

    /// {@return whether a text is something, an `@`, and something, without blanks; letters beyond ASCII are allowed
    /// (RFC 6532 §3.2)}
    static boolean isAddress(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) == 0x7f) {
                return false;
            }
        }
        int at = text.lastIndexOf('@');
        return at > 0 && at < text.length() - 1;
    }
}
