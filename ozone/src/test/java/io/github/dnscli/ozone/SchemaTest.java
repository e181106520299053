package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The schemas that other tests rely on do refuse something.
class SchemaTest {

    private static final String REPORT = Shown.as(Format.JSON, Samples.nasty()).output();
    private static final String LOG = Shown.as(Format.SARIF, Samples.nasty()).output();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "version": 1,        | "version": 2,
                    "kind": "zone"       | "kind": "zones"
                    "severity": "error"  | "severity": "fatal"
                    "class": "syntax"    | "class": "other"
                    "line": 1            | "line": 0
                    "column": 7          | "col": 7
                    "hint"               | "advice"
                    "status": 1          | "status": 70
                    "zone": "example.com." | "zone": "example.com"
                    """)
    void oursRefusesWhatIsNotDescribed(String right, String wrong) {
        var schema = Schema.ours();
        schema.accept(REPORT);

        assertThatThrownBy(() -> schema.accept(REPORT.replace(right, wrong)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void oursIsOne() throws IOException {
        var text = Files.readString(Path.of("../docs/ozone.schema.json"));

        Schema.ofSchemas().accept(text);
        assertThatThrownBy(
                        () ->
                                Schema.ofSchemas()
                                        .accept(
                                                text.replace(
                                                        "\"required\": [", "\"required\": [3, ")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void thatOfSarifRefusesAnotherLevel() {
        var schema = Schema.sarif();
        schema.accept(LOG);

        assertThatThrownBy(
                        () ->
                                schema.accept(
                                        LOG.replace("\"level\": \"error\"", "\"level\": \"bad\"")))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> schema.accept(LOG.replace("a%20b", "a b")))
                .isInstanceOf(AssertionError.class);
    }
}
