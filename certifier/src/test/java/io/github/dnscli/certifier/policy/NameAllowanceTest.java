package io.github.dnscli.certifier.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.common.name.DomainName;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameAllowanceTest {

    private static final String HASH =
            "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "web.example=shop.test | www.web.example | shop.test | yes",
                "web.example=shop.test | web.example | shop.test | yes",
                "web.example=shop.test | example | shop.test | no",
                "web.example=shop.test | notweb.example | shop.test | no",
                "web.example=shop.test | web.example | www.shop.test | no",
                "web.example=shop.test | web.example | *.shop.test | no",
                "web.example=*.shop.test | web.example | *.shop.test | yes",
                "web.example=*.shop.test | web.example | shop.test | no",
                "web.example=.shop.test | web.example | shop.test | yes",
                "web.example=a.test, b.test | web.example | b.test | yes",
                ".=shop.test | web.example | shop.test | yes",
            })
    void allowsWhatItSaysToThoseItSays(String rule, String host, String name, String allowed) {
        var request = Certificates.request(name);
        var policy = new NamePolicy(new NameAllowances(List.of(rule(rule))));

        assertThat(policy.judge(request, List.of(DomainName.of(host))))
                .isInstanceOf(allowed.equals("yes") ? Grant.Granted.class : Grant.Refused.class);
    }

    @Test
    void knowsAKeyByItsHash() {
        var key = Certificates.key();
        var hash = HexFormat.of().withUpperCase().formatHex(key.publicKey().sha256());
        var rule = rule("key:" + hash + "=shop.test");
        var host = List.of(DomainName.of("www.example"));
        var name = DomainName.of("shop.test");

        assertThat(rule.allows(Certificates.request(key, "shop.test"), host, name)).isTrue();
        assertThat(rule.allows(Certificates.request("shop.test"), host, name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"web.example=shop.test,*.shop.test", "key:" + HASH + "=.shop.test"})
    void isWrittenAsItIsRead(String text) {
        assertThat(rule(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shop.test | allowance 'shop.test' has no '=': write WHERE=PATTERN,PATTERN",
                "=shop.test | allowance '=shop.test' does not say for whom: write a domain name or key:SHA256 before '='",
                "key:12=shop.test | allowance 'key:12=shop.test' names a key by '12', which is not a SHA-256 in 64 hexadecimal digits",
                "a..b=shop.test | allowance 'a..b=shop.test' is for 'a..b', which is no name: ",
                "web.example= | allowance 'web.example=' allows '': ",
                "web.example=a.test,,b.test | allowance 'web.example=a.test,,b.test' allows '': ",
                "web.example=a..test | allowance 'web.example=a..test' allows 'a..test': ",
            })
    void saysWhatIsWrongWithARule(String text, String problem) {
        assertThat(NameAllowance.parse(text))
                .isInstanceOfSatisfying(
                        ParsedAllowance.Invalid.class,
                        invalid -> assertThat(invalid.problem()).startsWith(problem));
    }

    private static NameAllowance rule(String text) {
        return switch (NameAllowance.parse(text)) {
            case ParsedAllowance.Valid(var rule) -> rule;
            case ParsedAllowance.Invalid(var problem) -> throw new AssertionError(problem);
        };
    }
}
