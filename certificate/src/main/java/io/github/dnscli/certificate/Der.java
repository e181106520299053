package io.github.dnscli.certificate;

import java.util.Arrays;
import java.util.Optional;

/// One element of DER octets (X.690): enough of it to tell where elements begin and end.
///
/// Certificates and requests are taken apart by libraries; this says whether octets are DER at all, and finds a
/// subject among hundreds of trust anchors without having them parsed.
final class Der {

    static final int SEQUENCE = 0x30;
    private static final int CONTEXT_0 = 0xa0;

    private final byte[] octets;
    private final int start;
    private final int content;
    private final int end;

    private Der(byte[] octets, int start, int content, int end) {
        this.octets = octets;
        this.start = start;
        this.content = content;
        this.end = end;
    }

    /// {@return the sequence that octets are, from the first to the last of them}
    static Optional<Der> sequence(byte[] octets) {
        return at(octets, 0, octets.length)
                .filter(der -> der.end == octets.length && der.tag() == SEQUENCE);
    }

    private static Optional<Der> at(byte[] octets, int start, int limit) {
        if (start + 2 > limit) {
            return Optional.empty();
        }
        int first = octets[start + 1] & 0xff;
        int more = first < 0x80 ? 0 : first - 0x80;
        int content = start + 2 + more;
        if (first == 0x80 || more > 3 || content > limit) {
            return Optional.empty();
        }
        int length = more == 0 ? first : 0;
        for (int i = start + 2; i < content; i++) {
            length = length << 8 | octets[i] & 0xff;
        }
        return length > limit - content
                ? Optional.empty()
                : Optional.of(new Der(octets, start, content, content + length));
    }

    int tag() {
        return octets[start] & 0xff;
    }

    /// {@return the first element inside this one}
    Optional<Der> first() {
        return at(octets, content, end);
    }

    /// {@return the element behind this one, inside the same parent}
    Optional<Der> next(Der parent) {
        return at(octets, end, parent.end);
    }

    /// {@return the whole element, tag and length included; a fresh array}
    byte[] encoded() {
        return Arrays.copyOfRange(octets, start, end);
    }

    /// {@return the subject of a certificate (RFC 5280 §4.1), as encoded}
    static Optional<byte[]> subjectOf(byte[] certificate) {
        var signed = sequence(certificate).flatMap(Der::first);
        return signed.flatMap(
                body -> {
                    // Version (if any), serial number, algorithm, issuer and validity stand before
                    // it.
                    var element = body.first();
                    int skip = element.filter(der -> der.tag() == CONTEXT_0).isPresent() ? 5 : 4;
                    for (int i = 0; i < skip; i++) {
                        element = element.flatMap(der -> der.next(body));
                    }
                    return element.filter(der -> der.tag() == SEQUENCE).map(Der::encoded);
                });
    }
}
