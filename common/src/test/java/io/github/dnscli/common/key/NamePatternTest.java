package io.github.dnscli.common.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {

    private static NamePattern pattern(String text) {
        return switch (NamePattern.parse(text)) {
            case ParsedPattern.Valid(var pattern) -> pattern;
            case ParsedPattern.Invalid(var problem) -> throw new AssertionError(problem);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "www.example.com,               WWW.example.com,                     true",
        "www.example.com.,              www.example.com,                     true",
        "www.example.com,               a.www.example.com,                   false",
        ".example.com,                  example.com,                         true",
        ".example.com,                  a.b.example.com,                     true",
        ".example.com,                  badexample.com,                      false",
        ".,                             anything.example,                    true",
        "*.example.com,                 a.example.com,                       true",
        "*.example.com,                 a.b.example.com,                     true",
        "*.example.com,                 *.example.com,                       true",
        "*.example.com,                 example.com,                         false",
        "*,                             example.com,                         true",
        "_acme-challenge.*,             _acme-challenge.example.com,         true",
        "_acme-challenge.*,             _ACME-challenge.www.example.com,     true",
        "_acme-challenge.*,             x._acme-challenge.example.com,       false",
        "_acme-challenge.*,             _acme-challenge2.example.com,        false",
        "_acme-challenge.*,             www.example.com,                     false",
        "_acme-challenge.*.example.com, _acme-challenge.example.com,         true",
        "_acme-challenge.*.example.com, _acme-challenge.a.b.example.com,     true",
        "_acme-challenge.*.example.com, _acme-challenge.example.org,         false",
        "_acme-challenge.*.example.com, example.com,                         false",
        "_letsencrypt._tcp.*,           _letsencrypt._tcp.www.example.com,   true",
        "_letsencrypt._tcp.*,           _letsencrypt._udp.www.example.com,   false",
        "_letsencrypt._tcp.*,           _letsencrypt._tcp,                   true",
        "a.*.a.example,                 a.example,                           false",
        "a.*.a.example,                 a.a.example,                         true",
    })
    void meansSomeNamesAndNotOthers(String text, String name, boolean matches) {
        assertThat(pattern(text).matches(DomainName.of(name))).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "www.example.com",
                ".example.com",
                ".",
                "*.example.com",
                "*",
                "_acme-challenge.*",
                "_acme-challenge.*.example.com"
            })
    void isWrittenAsItIsRead(String text) {
        assertThat(pattern(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a..b", "..", "*..a", "a.*..b", "*..", ".*..", "a\\999"})
    void saysWhatIsNoPattern(String text) {
        assertThat(NamePattern.parse(text))
                .isInstanceOfSatisfying(
                        ParsedPattern.Invalid.class,
                        invalid -> assertThat(invalid.problem()).contains("is not a domain name"));
    }
}
