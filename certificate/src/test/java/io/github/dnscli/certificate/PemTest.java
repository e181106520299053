package io.github.dnscli.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.testkit.certificate.TestAuthority;
import java.util.List;
import org.junit.jupiter.api.Test;

class PemTest {

    @Test
    void readsBlocksAmongExplanations() {
        var text =
                """
                subject: somebody
                -----BEGIN CERTIFICATE-----
                AQID
                -----END CERTIFICATE-----

                and\r
                -----BEGIN PRIVATE KEY-----\r
                BA\r
                ==\r
                -----END PRIVATE KEY-----\r
                """;

        var read = Pem.parse(text);

        assertThat(read.problems()).isEmpty();
        assertThat(read.blocks()).extracting(PemBlock::line).containsExactly(2, 7);
        assertThat(read.blocks(PemText.CERTIFICATE).getFirst().der()).containsExactly(1, 2, 3);
        assertThat(read.blocks("PRIVATE KEY").getFirst().der()).containsExactly(4);
    }

    @Test
    void findsTheReadableCertificates() {
        var root = TestAuthority.root("Root").identity();
        var broken = new PemBlock("CERTIFICATE", new byte[] {0x30, 0}, 0).text();

        assertThat(Pem.parse(broken + root.pem()).certificates())
                .containsExactly(Certificate.of(root.certificate()));
    }

    @Test
    void writesLinesOf64Characters() {
        assertThat(new PemBlock("CERTIFICATE", new byte[49], 0).text())
                .isEqualTo(
                        """
                        -----BEGIN CERTIFICATE-----
                        %s
                        AA==
                        -----END CERTIFICATE-----
                        """
                                .formatted("A".repeat(64)));
    }

    @Test
    void saysWhereABlockIsDamaged() {
        var text =
                """
                -----BEGIN A-----
                !!!!
                -----END A-----
                -----BEGIN B-----
                AQID
                -----END C-----
                -----END D-----
                -----BEGIN E-----
                -----BEGIN F-----
                AQID
                -----END F-----
                -----BEGIN G-----
                """;

        var read = Pem.parse(text);

        assertThat(read.blocks()).extracting(PemBlock::label).containsExactly("F");
        assertThat(read.problems())
                .extracting(PemProblem::toString)
                .containsExactly(
                        "line 1: block 'A' is not base64",
                        "line 6: block 'B' ends as 'C'",
                        "line 7: end of a block 'D' that has no begin",
                        "line 8: block 'E' has no end",
                        "line 12: block 'G' has no end");
    }

    @Test
    void stopsAtTooManyBlocks() {
        var many = "-----BEGIN A-----\nAQID\n-----END A-----\n".repeat(20_000);

        assertThat(Pem.parse(many).blocks()).hasSize(10_000);
        assertThat(Pem.parse(many).problems())
                .extracting(PemProblem::message)
                .containsExactly("more than 10000 blocks");
    }

    @Test
    void neverShowsTheOctets() {
        assertThat(List.of(new PemBlock("PRIVATE KEY", new byte[] {1, 2, 3}, 0)))
                .hasToString("[PRIVATE KEY of 3 octets]");
    }
}
