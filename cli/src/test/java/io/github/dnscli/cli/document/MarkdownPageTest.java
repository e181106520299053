package io.github.dnscli.cli.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownPageTest {

    private static final String GUIDE =
            """
            # Left out

            A **strong** and an *emphasized* word, `--code`, and [a link](https://example.com) · §3…

            ## A section

            | name | meaning |
            |---|---|
            | `first` | what it is, *.keys or *_keys |

            - one
            - two

            ### A part

            ```zone bad
            www  A  192.0.2.80
            ```
            """;

    private final String page = MarkdownPage.of("guide", 5, "about this", GUIDE, List.of("man(1)"));

    @Test
    void beginsWithNameAndPurpose() {
        assertThat(page)
                .containsPattern("(?m)^\\.TH GUIDE 5 \\d{4}-\\d\\d-\\d\\d ")
                .contains(".SH NAME\nguide \\- about this\n.SH DESCRIPTION\n")
                .doesNotContain("Left out");
    }

    @Test
    void marksWords() {
        assertThat(page)
                .contains(
                        "A \\fBstrong\\fR and an \\fIemphasized\\fR word, \\fB\\-\\-code\\fR, and a link,\nsection 3...\n");
    }

    @Test
    void makesSectionsAndParts() {
        assertThat(page).contains("\n.SH A SECTION\n", "\n.SS A part\n");
    }

    @Test
    void makesAListOfATableWithoutItsHeading() {
        assertThat(page)
                .contains(".TP\n\\fBfirst\\fR\nwhat it is, *.keys or *_keys\n")
                .doesNotContain("meaning");
    }

    @Test
    void keepsLists() {
        assertThat(page).contains(".IP \\(bu 2\none\n.IP \\(bu 2\ntwo\n");
    }

    @Test
    void showsExamplesAndWhatTheyAre() {
        assertThat(page).contains(".PP\nbad:\n.IP\n.nf\n\\fBwww  A  192.0.2.80\\fR\n.fi\n");
    }

    @Test
    void endsWithOtherPages() {
        assertThat(page).endsWith(".SH SEE ALSO\n\\%\\fBman\\fR(1)\n");
    }
}
