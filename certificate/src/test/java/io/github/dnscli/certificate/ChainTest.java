package io.github.dnscli.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.testkit.certificate.TestAuthority;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ChainTest {

    private final TestAuthority root = TestAuthority.root("Root");
    private final TestAuthority middle = root.intermediate("Middle");
    private final TestAuthority lower = middle.intermediate("Lower");
    private final Certificate leaf = Certificate.of(lower.leaf("a.b").certificate());

    @RepeatedTest(5)
    void findsTheOrderInAnyDisorder(RepetitionInfo repetition) {
        var stranger = TestAuthority.root("Stranger").intermediate("Middle");
        var heap = new ArrayList<>(certificates(root, middle, lower, stranger, middle));
        Collections.shuffle(heap, new Random(repetition.getCurrentRepetition()));

        var chain = Chain.of(leaf, heap);

        var path = new ArrayList<>(certificates(lower, middle, root));
        path.addFirst(leaf);
        assertThat(chain.paths()).containsExactly(path);
        assertThat(chain.unrelated()).isEqualTo(certificates(stranger));
    }

    @Test
    void endsWhereALinkIsMissing() {
        var chain = Chain.of(leaf, certificates(root, lower));

        assertThat(chain.paths()).containsExactly(List.of(leaf, certificate(lower)));
        assertThat(chain.unrelated()).isEqualTo(certificates(root));
    }

    @Test
    void hasAPathForEachSignatureTheLongestFirst() {
        var cross = root.crossSignedBy(TestAuthority.root("Old").intermediate("Older"));

        var chain = Chain.of(leaf, certificates(lower, middle, root, cross));

        assertThat(chain.paths())
                .extracting(path -> path.getLast())
                .containsExactlyInAnyOrder(certificate(root), certificate(cross));
    }

    @Test
    void standsLoopsAndHeaps() {
        var keys = root.identity().keys();
        var heap =
                Stream.generate(() -> root.issue(c -> c.authority().commonName("Root").keys(keys)))
                        .limit(100)
                        .map(identity -> Certificate.of(identity.certificate()))
                        .toList();

        var chain = Chain.of(Certificate.of(root.leaf("a.b").certificate()), heap);

        assertThat(chain.paths()).hasSizeBetween(1, 16);
        assertThat(chain.paths()).allMatch(path -> path.size() <= 10);
    }

    private static Certificate certificate(TestAuthority authority) {
        return Certificate.of(authority.identity().certificate());
    }

    private static List<Certificate> certificates(TestAuthority... authorities) {
        return Stream.of(authorities).map(ChainTest::certificate).toList();
    }
}
