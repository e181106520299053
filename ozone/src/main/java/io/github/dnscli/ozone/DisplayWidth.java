package io.github.dnscli.ozone;

/// How many columns of a terminal a text takes: two for each character of East Asian scripts and each picture, none for marks that
/// are put on the letter before (Unicode annex 11).
final class DisplayWidth {

    /// The first and last characters of the ranges that are wide, ascending.
    private static final int[] WIDE = {
        0x1100, 0x115f, 0x2e80, 0x303e, 0x3041, 0xa4cf, 0xa960, 0xa97f, 0xac00, 0xd7a3, 0xf900,
        0xfaff, 0xfe30, 0xfe6f, 0xff01, 0xff60, 0xffe0, 0xffe6, 0x1b000, 0x1b2ff, 0x1f200, 0x1f2ff,
        0x20000, 0x3fffd,
    };

    private DisplayWidth() {}

    /// {@return the columns of a text that has nothing in it that a terminal would obey}
    static int of(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            width += of(character);
            i += Character.charCount(character);
        }
        return width;
    }

    private static int of(int character) {
        if (character < 0x300) {
            return 1;
        }
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(character) ? 2 : 1;
        };
    }

    private static boolean isWide(int character) {
        if (Character.isEmojiPresentation(character)) {
            return true;
        }
        for (int i = 0; i < WIDE.length && WIDE[i] <= character; i += 2) {
            if (character <= WIDE[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
