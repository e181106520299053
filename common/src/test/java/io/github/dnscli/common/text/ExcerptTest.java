package io.github.dnscli.common.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.finding.Place;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void showsTheLineOfAPlace() {
        assertThat(excerpt("one\ntwo three\nfour", 2, 5)).hasValue(new Excerpt("two three", 4));
        assertThat(excerpt("one\ntwo three\nfour", 3, 1)).hasValue(new Excerpt("four", 0));
        assertThat(excerpt("one\ntwo three\nfour", 1, 4)).hasValue(new Excerpt("one", 3));
    }

    @Test
    void findsLinesFarIntoTheText() {
        String text = "\n".repeat(10_000) + "x".repeat(10_000) + "\n" + "\n".repeat(10_000) + "end";

        assertThat(excerpt(text, 20_002, 2)).hasValue(new Excerpt("end", 1));
        assertThat(excerpt(text, 10_000, 1)).hasValue(new Excerpt("", 0));
        assertThat(excerpt(text, 10_001, 1)).hasValue(new Excerpt("x".repeat(60) + "…", 0));
    }

    @Test
    void cutsLongLinesOnBothSides() {
        String line = "a".repeat(100) + "X" + "b".repeat(100);

        assertThat(excerpt(line, 1, 101))
                .hasValue(new Excerpt("…" + "a".repeat(60) + "X" + "b".repeat(59) + "…", 61));
    }

    @Test
    void countsCharactersAsPlacesDo() {
        var source = new Source("ä\tö x".getBytes(UTF_8), "zone");

        assertThat(Excerpt.of(source, source.place(6))).hasValue(new Excerpt("ä ö x", 4));
    }

    @Test
    void showsNoCharacterThatActsOnATerminal() {
        assertThat(excerpt("a\u001b[31m\u0000\u009b\u202e\r\n", 1, 1))
                .hasValue(new Excerpt("a�[31m���", 0));
    }

    @Test
    void leavesOutTheByteOrderMark() {
        assertThat(excerpt("\ufeffabc", 1, 2)).hasValue(new Excerpt("abc", 1));
    }

    @Test
    void isEmptyWithoutALineOrColumn() {
        var source = new Source("abc".getBytes(UTF_8), "zone");

        assertThat(Excerpt.of(source, Place.wholeOf("zone"))).isEmpty();
        assertThat(Excerpt.of(source, new Place("zone", 1, 0))).isEmpty();
        assertThat(Excerpt.of(source, new Place("other", 1, 1))).isEmpty();
    }

    @Test
    void staysInsideTheTextWhateverThePlace() {
        assertThat(excerpt("abc\ndef", 9, 9)).hasValue(new Excerpt("", 0));
        assertThat(excerpt("abc\ndef", 1, 99)).hasValue(new Excerpt("abc", 3));
    }

    private static Optional<Excerpt> excerpt(String text, int line, int column) {
        return Excerpt.of(
                new Source(text.getBytes(UTF_8), "zone"), new Place("zone", line, column));
    }
}
