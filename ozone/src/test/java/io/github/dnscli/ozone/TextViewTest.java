package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.Terminals;
import io.github.dnscli.common.text.SyntaxChecks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How findings look to people.
class TextViewTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "www AA 1|5|    ^~",
                "www A 192.0.2.800;x|7|      ^~~~~~~~~~~",
                "www A (192.0.2.800)|8|       ^~~~~~~~~~~",
                "x TXT \"a b\\\" c\" d|7|      ^~~~~~~~~",
                "x TXT \"open|7|      ^~~~~",
                "www A |7|      ^",
                "www A x|6|     ^",
                "\u6f22\u5b57 AA 1|4|     ^~",
                "x TXT \u6f22\u5b57 y|7|      ^~~~",
                "e\u0301\u0301 AA 1|5|  ^~",
                "\ud83d\ude00 AA 1|3|   ^~",
                "\tAA 1|2| ^~",
                "a\\;b.c AA|1|^~~~~~",
            })
    void underlinesTheWordThatIsMeant(String line, int column, String underline) {
        var source = Samples.source("a.zone", line + "\n");
        var remark = Samples.remark(source, SyntaxChecks.SYNTAX, 1, column, "m");

        var lines = Shown.as(Format.TEXT, Samples.zone("a.zone", remark)).output().lines();

        assertThat(lines.toList().get(2)).isEqualTo("    " + underline);
    }

    @Test
    void printsNothingThatATerminalWouldObey() {
        var shown = Shown.as(Format.TEXT, Terminals.NONE, Samples.all(), List.of("old\u001b[m"));

        assertThat(shown.output() + shown.errors())
                .matches(
                        text ->
                                text.chars()
                                        .allMatch(c -> c == '\n' || !Character.isISOControl(c)));
        assertThat(shown.output())
                .contains("a b/100%, \"x\":\\n\\u001b[31m é\ud83d\ude00;#?:1:7: error: ");
        assertThat(shown.errors()).contains("ozone: error: 'a b/100%, \"x\":\\n\\u001b[31m");
    }

    @Test
    void showsWhatBecameOfEachKindOfFile() {
        var shown = Shown.as(Format.TEXT, Terminals.NONE, Samples.all(), List.of());

        assertThat(shown.output())
                .startsWith("successfully checked zone example.com\n")
                .contains(
                        """
                        + www.example.com. 300 IN A 192.0.2.80
                        - www.example.com. 300 IN A 192.0.2.80
                        ~ www.example.com. IN A 192.0.2.80 ttl 60 -> 300
                        successfully checked zone example.com
                        serial of 'raised.zone' raised from 1 to 4294967295
                        """)
                .contains("gone.zone: note: it is gone [zone-removed]\n")
                .contains("zone example.com removed\n")
                .contains("_keys:3: error: line is no key [key-record]\n")
                .endsWith("9 files: 3 errors, 1 warning, 1 note, 2 unreadable\n");
        assertThat(shown.errors())
                .contains("ozone: warning: serial of 'refused.zone' stays: the zone has errors\n")
                .contains("ozone: error: 'old.zone': no such file or folder\n");
    }

    @Test
    void saysOnATerminalHowToLearnMore() {
        var files = List.<Inspected>of(Samples.many(2));
        var terminal = new Terminals(true, true);

        assertThat(Shown.as(Format.TEXT, terminal, files, List.of()).errors())
                .isEqualTo("ozone: hint: 'ozone --explain bad-rdata' says more\n");
        assertThat(Shown.as(Format.TEXT, Terminals.NONE, files, List.of()).errors()).isEmpty();
    }

    @Test
    void takesAHundredThousandFindings() {
        var shown = Shown.as(Format.TEXT, Samples.many(100_000));

        assertThat(shown.output().lines()).hasSize(300_001);
        assertThat(shown.output()).endsWith("1 file: 50000 errors, 50000 notes\n");
    }
}
