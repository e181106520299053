package io.github.dnscli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonWriterTest {

    private final List<String> pieces = new ArrayList<>();
    private final JsonWriter json = new JsonWriter(pieces::add);

    @Test
    void writesEachMemberOnALine() {
        json.beginObject().member("text", "a").member("number", -3).member("truth", true);
        json.name("list").beginArray().value("x").value(2).value(false);
        json.beginObject().member("deep", 1).endObject().endArray().endObject();

        assertThat(text())
                .isEqualTo(
                        """
                        {
                          "text": "a",
                          "number": -3,
                          "truth": true,
                          "list": [
                            "x",
                            2,
                            false,
                            {
                              "deep": 1
                            }
                          ]
                        }
                        """);
    }

    @Test
    void writesWhatIsEmptyOnOneLine() {
        json.beginObject().name("list").beginArray().endArray();
        json.name("object").beginObject().endObject().endObject();

        assertThat(text()).isEqualTo("{\n  \"list\": [],\n  \"object\": {}\n}\n");
    }

    @ParameterizedTest
    @MethodSource
    void escapesWhatJsonOrATerminalMinds(String value, String written) {
        json.beginArray().value(value).endArray();

        assertThat(text()).isEqualTo("[\n  \"" + written + "\"\n]\n");
    }

    private static List<Arguments> escapesWhatJsonOrATerminalMinds() {
        return List.of(
                Arguments.of("say \"\\\"", "say \\\"\\\\\\\""),
                Arguments.of("\n\r\t\0", "\\n\\r\\t\\u0000"),
                Arguments.of("\u001b[m\u007f\u009b", "\\u001b[m\\u007f\\u009b"),
                Arguments.of("\u2028", "\\u2028"),
                Arguments.of("ä€\ud83d\ude00/", "ä€\ud83d\ude00/"),
                Arguments.of("a\ud83db", "a\ufffdb"));
    }

    @Test
    void escapesNamesToo() {
        json.beginObject().member("a\"\n", 1).endObject();

        assertThat(text()).isEqualTo("{\n  \"a\\\"\\n\": 1\n}\n");
    }

    @Test
    void writesAllOnOneLine() {
        var line = JsonWriter.onOneLine(pieces::add);
        line.beginObject().member("text", "a\nb").name("list").beginArray().value(1).value(2);
        line.endArray().name("none").beginArray().endArray().endObject();

        assertThat(text()).isEqualTo("{\"text\": \"a\\nb\",\"list\": [1,2],\"none\": []}\n");
    }

    @Test
    void handsALongTextOnInPiecesOfModestSize() {
        json.beginArray();
        for (int i = 0; i < 100_000; i++) {
            json.value("element " + i);
        }
        json.endArray();

        assertThat(pieces).hasSizeGreaterThan(100).allMatch(piece -> piece.length() < 9000);
        assertThat(text().lines()).hasSize(100_002);
    }

    private String text() {
        return String.join("", pieces);
    }
}
