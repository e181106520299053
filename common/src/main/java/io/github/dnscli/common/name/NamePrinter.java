package io.github.dnscli.common.name;

/// Writes the presentation form of names (RFC 1035 §5.1), with escapes where a reader would misunderstand.
final class NamePrinter {

    private NamePrinter() {}

    /// Appends the labels between two offsets, a dot behind each.
    static void append(byte[] wire, int start, int end, StringBuilder text) {
        for (int at = start; at < end; at += wire[at] + 1) {
            appendLabel(wire, at, text);
            text.append('.');
        }
    }

    static void appendLabel(byte[] wire, int at, StringBuilder text) {
        for (int i = at + 1; i <= at + wire[at]; i++) {
            int octet = wire[i] & 0xff;
            if (octet <= ' ' || octet >= 0x7f) {
                text.append('\\');
                text.append((char) ('0' + octet / 100))
                        .append((char) ('0' + octet / 10 % 10))
                        .append((char) ('0' + octet % 10));
            } else {
                if (".;()\"\\@$".indexOf(octet) >= 0) {
                    text.append('\\');
                }
                text.append((char) octet);
            }
        }
    }
}
