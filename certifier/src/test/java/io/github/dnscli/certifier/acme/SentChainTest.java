package io.github.dnscli.certifier.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.testkit.certificate.TestAuthority;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentChainTest {

    private final TestAuthority root = TestAuthority.root("Root");
    private final TestAuthority upper = root.intermediate("Upper");
    private final TestAuthority lower = upper.intermediate("Lower");
    private final Certificate leaf = Certificate.of(lower.leaf("www.example").certificate());

    private static Certificate certificate(TestAuthority authority) {
        return Certificate.of(authority.identity().certificate());
    }

    @Test
    void leavesTheRootOut() {
        var sent = List.of(certificate(lower), certificate(upper), certificate(root));
        assertThat(new SentChain(leaf, sent).issued().authorities())
                .containsExactly(certificate(lower), certificate(upper));
    }

    @Test
    void leavesStrangersOutAndPutsTheRestInOrder() {
        var stranger = certificate(TestAuthority.root("Stranger").intermediate("S1"));
        var sent = List.of(certificate(upper), stranger, certificate(lower));
        assertThat(new SentChain(leaf, sent).issued().authorities())
                .containsExactly(certificate(lower), certificate(upper));
    }

    @Test
    void mayBeALeafAlone() {
        assertThat(new SentChain(leaf, List.of()).issued().authorities()).isEmpty();
    }
}
