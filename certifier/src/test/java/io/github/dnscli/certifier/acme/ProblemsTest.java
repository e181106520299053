package io.github.dnscli.certifier.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shredzone.acme4j.Problem;
import org.shredzone.acme4j.toolbox.JSON;

class ProblemsTest {

    private static Problem problem(String json) throws MalformedURLException {
        return new Problem(
                JSON.parse(json.replace('\'', '"')), URI.create("https://ca.example/").toURL());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | problem: no word of why",
                "{'type':'urn:ietf:params:acme:error:caa'} | caa: no word of why",
                "{'type':'https://ca.example/x','detail':'d'} | https://ca.example/x: d",
                "{'type':'about:blank','title':'t'} | about:blank: t",
                "{'detail':'a\\nb\\u001b[31mc'} | problem: a b [31mc",
                "{'detail':'d','instance':'https://ca.example/i'} | problem: d, see https://ca.example/i",
                "{'detail':'d','subproblems':'none'} | problem: d",
                "{'detail':'d','subproblems':['none']} | problem: d",
                "{'detail':'d','subproblems':[{'identifier':'odd','detail':'e'}]} | problem: d (problem: e)",
                "{'detail':17,'type':{}} | {}: 17"
            })
    void areToldWhateverTheyAre(String json, String told) throws MalformedURLException {
        assertThat(Problems.tell(problem(json))).isEqualTo(told);
    }

    @Test
    void areToldInALineOfBoundedLength() throws MalformedURLException {
        var told = Problems.tell(problem("{'detail':'" + "d".repeat(9000) + "'}"));
        assertThat(told).hasSize(4001).endsWith("d…");
    }

    @Test
    void areNotFollowedIntoPartsOfParts() throws MalformedURLException {
        var deep = "{'detail':'d'";
        var nested = deep + ",'subproblems':[".concat(deep).repeat(5000) + "}]".repeat(5000) + "}";

        assertThat(Problems.tell(problem(nested))).isEqualTo("problem: d (problem: d)");
    }

    @Test
    void haveTheTypesOfTheirParts() throws MalformedURLException {
        var nested =
                problem(
                        "{'type':'urn:ietf:params:acme:error:compound','subproblems':[{'type':'urn:ietf:params:acme:error:dns'},{}]}");
        assertThat(Problems.types(nested)).containsExactly("dns", "problem", "compound");
    }
}
