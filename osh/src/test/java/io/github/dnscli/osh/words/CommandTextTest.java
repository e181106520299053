package io.github.dnscli.osh.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTextTest {

    private static List<List<String>> words(String line) {
        return CommandText.of(line).commands().stream()
                .map(command -> command.stream().map(Word::text).toList())
                .toList();
    }

    @Test
    void blanksPartWords() {
        assertThat(words("  dig\twww  A ")).containsExactly(List.of("dig", "www", "A"));
    }

    @Test
    void quotesHoldThemTogether() {
        assertThat(words("a 'b c' \"d \\\" 'e\" f' '\"g\"")).hasSize(1);
        assertThat(words("'b c'\"d \\\"'e\"\\ f")).containsExactly(List.of("b cd \"'e f"));
        assertThat(words("''")).containsExactly(List.of(""));
    }

    @Test
    void semicolonsPartCommands() {
        assertThat(words("a b;c; ;d\\;e"))
                .containsExactly(List.of("a", "b"), List.of("c"), List.of("d;e"));
    }

    @Test
    void pastedLinesAreCommandsOfTheirOwn() {
        assertThat(words("a b # c; d\n\ne 'f\ng'\n"))
                .containsExactly(List.of("a", "b"), List.of("e", "f\ng"));
    }

    @Test
    void hashesBeginCommentsOnlyWhereWordsBegin() {
        assertThat(words("use @127.0.0.1#53 # there"))
                .containsExactly(List.of("use", "@127.0.0.1#53"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ab 'c| column 4: the quote ' is not closed",
                "ab \"c| column 4: the quote \" is not closed",
                "ab\\| column 3: a backslash with nothing behind it",
                "dig > x| column 5: '>' means nothing here; in quotes it is a letter like others"
            })
    void badLinesTellThePlace(String line, String problem) {
        assertThat(CommandText.of(line).problem()).hasToString("Optional[" + problem + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "it's", "#x", "", "a;b", "\\", "x\"y", "192.0.2.1#53", "a|b"})
    void quotedTextsComeOutAsTheyWere(String text) {
        assertThat(words("x " + Word.quoted(text))).containsExactly(List.of("x", text));
    }

    @Test
    void theWordAtTheEndIsEmptyBehindABlank() {
        assertThat(CommandText.atEnd("a; dig ")).extracting(Word::text).containsExactly("dig", "");
        assertThat(CommandText.atEnd("dig 'w w"))
                .extracting(Word::text)
                .containsExactly("dig", "w w");
        assertThat(CommandText.atEnd("")).extracting(Word::text).containsExactly("");
    }
}
