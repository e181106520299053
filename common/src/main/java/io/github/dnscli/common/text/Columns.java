package io.github.dnscli.common.text;

/// The columns that people see: a tab reaches to the next multiple of eight.
final class Columns {

    private static final int TAB = 8;

    private Columns() {}

    /// {@return the column, counted from 0, behind a piece of text that begins at a column}
    static int behind(int column, String text) {
        int at = column;
        for (int i = 0; i < text.length(); i++) {
            at = text.charAt(i) == '\t' ? (at / TAB + 1) * TAB : at + 1;
        }
        return at;
    }

    /// {@return the blanks between two columns, at least one}
    ///
    /// @param withTabs whether they are to be tabs, as far as tabs can reach the column
    static String gap(int from, int to, boolean withTabs) {
        var blanks = new StringBuilder();
        int at = from;
        while (withTabs && (at / TAB + 1) * TAB <= to) {
            blanks.append('\t');
            at = (at / TAB + 1) * TAB;
        }
        blanks.repeat(' ', Math.max(to - at, 0));
        return blanks.isEmpty() ? withTabs ? "\t" : " " : blanks.toString();
    }
}
