package io.github.dnscli.common.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Data that does not fit its type, from the file `malformed`.
class MalformedDataTest {

    /// One line of the file.
    record Malformed(
            RecordType type, String text, String fault, String problem, ParsedData.About about) {

        static Malformed of(String line) {
            String[] parts = line.split(" +\\|", -1);
            String marked = parts[1].strip();
            int start = marked.indexOf('«');
            return new Malformed(
                    RecordType.parse(parts[0]).orElseThrow(),
                    marked.replace("«", "").replace("»", ""),
                    start < 0 ? "" : start + ".." + (marked.indexOf('»') - 1),
                    parts[2].strip(),
                    parts.length > 3
                            ? ParsedData.About.valueOf(parts[3].strip())
                            : ParsedData.About.DATA);
        }
    }

    static List<Malformed> lines() throws IOException {
        try (var file = MalformedDataTest.class.getResourceAsStream("malformed")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Malformed::of)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void saysWhatIsWrongAndWhere(Malformed line) {
        var words = Token.split(line.text);
        assertThat(RecordData.parse(line.type, words, DomainName.ROOT))
                .isInstanceOfSatisfying(
                        ParsedData.Invalid.class,
                        invalid -> {
                            assertThat(invalid.problem()).isEqualTo(line.problem);
                            assertThat(invalid.about()).isEqualTo(line.about);
                            assertThat(invalid.at().map(MalformedDataTest::extent).orElse(""))
                                    .isEqualTo(line.fault);
                        });
    }

    /// In characters, of which each here is an octet.
    private static String extent(Token word) {
        return word.outerStart() + ".." + word.outerEnd();
    }
}
