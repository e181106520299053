package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.Color;
import org.junit.jupiter.api.Test;

class MarkdownTextTest {

    private static final String SECTION =
            """
            It is **bold** and *leans
            over*, see [RFC 1 §2](https://example.org/rfc1) and [other](#other-id).

            Names such as `*.lab` are code, *Silence it:* with `--severity ID=off`, which makes a long line
            that is filled.

            ```zone file=hosts.zone
            www  A  192.0.2.80
            ```

            ```zone old
            a  A  192.0.2.1
            ```

            ```zone bad whole --max-ttl 1d
            * A `1` **2**

            ; end
            ```

            ```zone good
            x  A  192.0.2.1
            ```
            """;

    @Test
    void fillsParagraphsAndIndentsExamples() {
        assertThat(MarkdownText.of(SECTION.lines().toList(), (_, text) -> text))
                .isEqualTo(
                        """
                        It is bold and leans over, see RFC 1 §2 and other.

                        Names such as '*.lab' are code, Silence it: with '--severity ID=off', which
                        makes a long line that is filled.

                          hosts.zone:
                            www  A  192.0.2.80

                          before:
                            a  A  192.0.2.1

                          bad:
                            * A `1` **2**

                            ; end

                          good:
                            x  A  192.0.2.1
                        """);
    }

    @Test
    void paintsWhereThereAreColours() {
        var text = MarkdownText.of(SECTION.lines().toList(), MarkdownTextTest::paint);

        assertThat(text)
                .contains("It is <BOLD:bold> and <BOLD:leans> <BOLD:over>, see")
                .contains("<BOLD:Silence> <BOLD:it:> with <CYAN:--severity ID=off>,")
                .contains("  <RED:bad:>\n    * A `1` **2**\n", "  <GREEN:good:>\n");
    }

    private static String paint(Color color, String text) {
        return "<" + color + ":" + text + ">";
    }

    @Test
    void neverMakesALineTooLongByColours() {
        var section = Guide.read().section("svcb-parameters").orElseThrow();

        assertThat(section.plainText().lines())
                .allMatch(line -> line.length() <= 80 && line.equals(line.stripTrailing()));
    }
}
