package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Terminals;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `ozone --list-checks` and `ozone --explain`.
class ExplanationTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final Explanation explanation =
            new Explanation(Guide.read(), Console.of("ozone", output, errors, Terminals.NONE));

    @Test
    void listsEveryCheckOnALineOfItsOwn() {
        assertThat(explanation.list(Format.TEXT)).isEqualTo(ExitStatus.YES);

        assertThat(text(output).lines())
                .hasSize(KnownChecks.all().size())
                .contains(
                        "missing-soa                   error    structure  No SOA record stands at the apex of the zone",
                        "spf-syntax                    off      policy     A sender policy that is malformed, or asks for too many look-ups")
                .allMatch(line -> line.equals(line.strip()));
    }

    @Test
    void listsThemForPrograms() {
        explanation.list(Format.JSON);

        var checks = Schema.ours().accept(text(output)).path("checks");
        assertThat(checks).hasSize(KnownChecks.all().size());
        assertThat(checks.path(0).path("id").asString()).isEqualTo("syntax");
        assertThat(checks.path(0).has("explanation")).isFalse();
    }

    @Test
    void explainsACheck() {
        assertThat(explanation.explain("missing-glue", Format.TEXT)).isEqualTo(ExitStatus.YES);

        assertThat(text(output))
                .isEqualTo(
                        """
                        missing-glue

                        A delegation to a host below itself, without the address of the host.

                        error · structure · RFC 9471 §2.1

                        Who wants to ask 'ns.lab.example.com' for names in 'lab.example.com' must know
                        its address before he can ask for it. Only the parent, which is this zone, can
                        tell, by an address record below the cut: the glue.

                          bad:
                            lab  NS  ns.lab

                          good:
                            lab     NS  ns.lab
                            ns.lab  A   192.0.2.53

                        Silence it: better not; nothing below the delegation can be reached.
                        """);
    }

    @Test
    void explainsItToPrograms() {
        explanation.explain("missing-glue", Format.JSON);

        var checks = Schema.ours().accept(text(output)).path("checks");
        assertThat(checks).hasSize(1);
        assertThat(checks.path(0).path("explanation").asString())
                .startsWith("A delegation")
                .contains("```zone bad\nlab  NS  ns.lab\n```\n");
    }

    @Test
    void explainsEveryCheckThatItMakes() {
        for (var check : KnownChecks.all()) {
            assertThat(explanation.explain(check.id(), Format.TEXT)).isEqualTo(ExitStatus.YES);
        }
        assertThat(text(output).lines()).allMatch(line -> line.length() <= 100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    missing-glu | no check has the id 'missing-glu' | did you mean 'missing-glue'?
                    nonsense    | no check has the id 'nonsense'    | 'ozone --list-checks' lists them all
                    """)
    void refusesAnIdThatNoCheckHas(String id, String problem, String hint) {
        assertThat(new OzoneRuns(Path.of("")).run("--explain", id))
                .hasToString(
                        "ozone: error: %s\nozone: hint: %s\n[exit status: 2]"
                                .formatted(problem, hint));
    }

    @Test
    void doesSoFromTheCommandLine() {
        var ozone = new OzoneRuns(Path.of(""));

        assertThat(ozone.run("--explain", "missing-glue").output()).startsWith("missing-glue\n\n");
        assertThat(ozone.run("--explain", "missing-glue", "--json").output())
                .contains("\"explanation\": \"A delegation");
        assertThat(ozone.run("--list-checks").output()).startsWith("syntax ");
        assertThat(ozone.run("--list-checks", "--format=json").output()).startsWith("{\n");
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
