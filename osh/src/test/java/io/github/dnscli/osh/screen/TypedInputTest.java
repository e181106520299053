package io.github.dnscli.osh.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypedInputTest {

    /// {@return lines, and no word of whether somebody asks behind their end}
    private static TypedInput input(String... lines) {
        var rest = List.of(lines).iterator();
        return new TypedInput(() -> rest.hasNext() ? Optional.of(rest.next()) : Optional.empty());
    }

    @Test
    void givesLinesUntilTheEnd() throws IOException {
        try (var input = input("Grüße", "", "b")) {
            assertThat(input.readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("Grüße\n\nb\n");
            assertThat(input.read()).isNegative();
        }
    }

    @Test
    void asksForNoMoreLinesThanAreRead() throws IOException {
        try (var input =
                        new TypedInput(
                                () -> {
                                    throw new InterruptedIOException("asked");
                                });
                var reader =
                        new BufferedReader(
                                new InputStreamReader(input("a", "b"), StandardCharsets.UTF_8))) {
            assertThat(reader.readLine()).isEqualTo("a");
            assertThatThrownBy(input::read).isInstanceOf(InterruptedIOException.class);
        }
    }
}
