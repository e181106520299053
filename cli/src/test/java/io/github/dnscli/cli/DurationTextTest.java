package io.github.dnscli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "5, PT5S",
        "0, PT0S",
        "0.5, PT0.5S",
        "5s, PT5S",
        "500ms, PT0.5S",
        "2m, PT2M",
        "1h30m, PT1H30M",
        "1.5H, PT1H30M",
        "2d, PT48H",
        "1w, PT168H"
    })
    void readsWhatPeopleType(String text, Duration expected) {
        assertThat(DurationText.parse(text)).isEqualTo(new ParsedDuration.Valid(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "5x", "s", "5 s", "1h x", "∞", "5s5", "12345678901"})
    void refusesTheRest(String text) {
        assertThat(DurationText.parse(text)).isInstanceOf(ParsedDuration.Invalid.class);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0s", "PT0.5S, 500ms", "PT5S, 5s", "PT90M, 1h30m", "PT49H, 2d1h"})
    void printsThemBack(Duration duration, String text) {
        assertThat(DurationText.print(duration)).isEqualTo(text);
    }
}
