package io.github.dnscli.common.text;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Text that takes the place of a stretch of a source.
///
/// @param start the first octet that goes
/// @param end the octet behind the last that goes
/// @param text what comes instead, ASCII
record Patch(int start, int end, String text) {

    /// {@return a text with patches}
    ///
    /// @param patches from the first to the last, none over another
    static byte[] apply(List<Patch> patches, byte[] text) {
        int length = text.length;
        for (var patch : patches) {
            length += patch.text().length() - (patch.end() - patch.start());
        }
        byte[] patched = new byte[length];
        int from = 0;
        int to = 0;
        for (var patch : patches) {
            to = copy(text, from, patch.start(), patched, to);
            byte[] replacement = patch.text().getBytes(StandardCharsets.US_ASCII);
            to = copy(replacement, 0, replacement.length, patched, to);
            from = patch.end();
        }
        copy(text, from, text.length, patched, to);
        return patched;
    }

    private static int copy(byte[] from, int start, int end, byte[] target, int to) {
        System.arraycopy(from, start, target, to, end - start);
        return to + end - start;
    }
}
