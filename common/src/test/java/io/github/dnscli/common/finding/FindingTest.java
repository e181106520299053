package io.github.dnscli.common.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingTest {

    private static final Check CHECK = Check.syntax("syntax");
    private static final Place PLACE = new Place("zone", 1, 1);

    @Test
    void saysNothingThatATerminalObeys() {
        var finding =
                CHECK.at(PLACE, "'\u001b[2J\u0085\u202e' is no name").withHint("drop '\u0007'");

        assertThat(finding.message()).isEqualTo("'\\027[2J\\133\\8238' is no name");
        assertThat(finding.hint()).isEqualTo("drop '\\007'");
    }

    @Test
    void keepsTheLettersOfAllPeoples() {
        assertThat(CHECK.at(PLACE, "'bücher.例え' is no host").message())
                .isEqualTo("'bücher.例え' is no host");
    }
}
