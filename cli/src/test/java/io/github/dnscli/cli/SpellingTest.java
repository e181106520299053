package io.github.dnscli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {

    private static final List<String> KNOWN = List.of("--timeout", "--port", "-p");

    @Test
    void findsTheClosestWord() {
        assertThat(Spelling.closest("--tmeout", KNOWN)).contains("--timeout");
        assertThat(Spelling.closest("--prot", KNOWN)).contains("--port");
    }

    @Test
    void findsNothingForAWordUnlikeAll() {
        assertThat(Spelling.closest("--zone-name", KNOWN)).isEmpty();
    }
}
