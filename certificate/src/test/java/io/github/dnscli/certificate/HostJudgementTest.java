package io.github.dnscli.certificate;

import static io.github.dnscli.certificate.Judging.reasonsOf;
import static io.github.dnscli.testkit.certificate.TestAuthority.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.testkit.certificate.Identity;
import io.github.dnscli.testkit.certificate.TestAuthority;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which certificates are for which hosts (RFC 9525 §6.3).
class HostJudgementTest {

    private static final String HOST = "www.example.com";

    private final TestAuthority root = TestAuthority.root("Root");

    @Test
    void refusesTheWrongHost() {
        assertThat(messages(root.leaf("mail.example.com", "*.example.org")))
                .containsExactly(
                        "the certificate is not for 'www.example.com', but for 'mail.example.com',"
                                + " '*.example.org'");
    }

    @Test
    void neverLooksAtTheCommonName() {
        assertThat(messages(root.issue(c -> c.commonName(HOST))))
                .containsExactly(
                        "the certificate is not for 'www.example.com', but for no host at all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"www.example.com", "WWW.Example.com", "*.example.com", "*.EXAMPLE.com"})
    void acceptsNamesThatCoverTheHost(String name) {
        assertThat(judge(root.leaf(name))).isInstanceOf(Verdict.Verified.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com",
                "a.www.example.com",
                "*.www.example.com",
                "*.com",
                "*",
                "ww*.example.com",
                "*ww.example.com",
                "www.example.com.",
                "www\\.example.com",
                "*.*.com"
            })
    void refusesNamesThatDoNot(String name) {
        assertThat(reasons(root.issue(c -> c.hosts(name))))
                .hasOnlyElementsOfType(Reason.WrongHost.class);
    }

    @Test
    void wantsAWildcardWhereAWildcardIsExpected() {
        var expectation = expecting("*.example.com");

        assertThat(Judging.judge(root.leaf("*.example.com"), expectation))
                .isInstanceOf(Verdict.Verified.class);
        assertThat(Judging.judge(root.leaf(HOST, "*.com"), expectation))
                .isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void wantsEveryHostCovered() {
        var verdict =
                Judging.judge(root.leaf(HOST), expecting(HOST, "b.example.com", "c.example.com"));

        assertThat(reasonsOf(verdict)).hasSize(2);
    }

    private Verdict judge(Identity leaf) {
        return Judging.judge(leaf, expecting(HOST));
    }

    private List<Reason> reasons(Identity leaf) {
        return reasonsOf(judge(leaf));
    }

    private List<String> messages(Identity leaf) {
        return reasons(leaf).stream().map(Reason::message).toList();
    }

    private Expectation expecting(String... hosts) {
        return Judging.expecting(List.of(hosts), Optional.empty(), NOW, root);
    }
}
