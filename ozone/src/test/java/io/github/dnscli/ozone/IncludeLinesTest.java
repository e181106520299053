package io.github.dnscli.ozone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncludeLinesTest {

    @Test
    void findsTheNamesOfFilesAsTheyAreWritten() throws IOException {
        assertThat(
                        in(
                                """
                                $TTL 1h
                                $INCLUDE hosts
                                $include\t"two words" sub.example.com. ; a comment
                                $INCLUDE zönes/more;glued
                                 $INCLUDE indented
                                $INCLUDED not
                                www TXT "$INCLUDE not"
                                $INCLUDE last"""))
                .containsExactly("hosts", "two words", "zönes/more", "last");
    }

    @Test
    void seesLinesAcrossTheBordersOfWhatIsReadAtOnce() throws IOException {
        String filler = ("; " + "x".repeat(61) + "\n").repeat(1023) + "; " + "x".repeat(50) + "\n";

        assertThat(in(filler + "$INCLUDE hosts\n" + filler + "$INCLUDE more\n"))
                .containsExactly("hosts", "more");
    }

    @Test
    void keepsNoMoreOfALineThanCanMatter() throws IOException {
        assertThat(in("$INCLUDE " + "x".repeat(1 << 20) + "\n$INCLUDE hosts\n"))
                .hasSize(2)
                .last()
                .isEqualTo("hosts");
    }

    private static List<String> in(String text) throws IOException {
        return IncludeLines.in(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }
}
