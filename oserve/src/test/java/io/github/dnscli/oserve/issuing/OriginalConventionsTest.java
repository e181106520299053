package io.github.dnscli.oserve.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.testkit.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What hosts with `ocertify` of the OCaml original need to find in the DNS, and what they put there.
class OriginalConventionsTest {

    private static final String HOST = "host.example.com";
    private static final String PLACE = "_letsencrypt._tcp." + HOST;
    private static final int NOERROR = 0;

    @TempDir Path folder;
    private Town town;

    @BeforeEach
    void open() throws IOException {
        town = Town.open(folder);
    }

    @AfterEach
    void close() {
        town.close();
    }

    private void upload(byte[] request) throws IOException {
        int code = OriginalUpdate.send(town.server(), Town.ZONE, PLACE, request, Town.EVERYBODY);
        assertThat(code).isEqualTo(NOERROR);
    }

    private X509Certificate answered() throws Exception {
        Patience.until("a certificate", () -> !town.place(HOST).leaves().isEmpty());
        return town.place(HOST).accepted(town.root());
    }

    @Test
    void theOriginalsRequestForOneHostIsAnsweredAsItWantsIt() throws Exception {
        upload(ForeignRequest.of(folder, HOST));
        try (var _ = town.certifier()) {
            assertThat(OriginalPlace.names(answered())).containsExactly(HOST);
        }
    }

    @Test
    void aWildcardStandsAtThePlaceOfTheHost() throws Exception {
        upload(ForeignRequest.of(folder, HOST, "*." + HOST));
        try (var _ = town.certifier()) {
            assertThat(OriginalPlace.names(answered())).containsExactly("*." + HOST, HOST);
        }
    }

    @Test
    void theOriginalsNewRequestIsAnsweredAnewThoughItHasTakenTheCertificateAway() throws Exception {
        upload(ForeignRequest.of(folder, HOST));
        try (var _ = town.certifier()) {
            var first = answered();
            upload(ForeignRequest.of(folder, HOST));
            var second = answered();
            assertThat(second.getPublicKey()).isNotEqualTo(first.getPublicKey());
        }
    }

    @Test
    void whatOurOcertifyPutsThereIsAnsweredAsTheOriginalWantsIt() throws Exception {
        var host = town.host("host", Town.EVERYBODY);
        try (var _ = town.certifier()) {
            assertThat(host.certify(HOST).status()).isEqualTo(ExitStatus.YES);
        }
        town.place(HOST).accepted(town.root());
    }

    @Test
    void aReplacedRequestLeavesNothingOfTheOldCertificateBehind() throws Exception {
        var host = town.host("host", Town.EVERYBODY);
        var leaves = new ArrayList<X509Certificate>();
        try (var _ = town.certifier()) {
            for (var additional : List.of("a." + HOST, "b." + HOST)) {
                assertThat(host.certify(HOST, "--additional", additional).status())
                        .isEqualTo(ExitStatus.YES);
                Patience.until("one leaf", () -> town.place(HOST).leaves().size() == 1);
                leaves.add(town.place(HOST).accepted(town.root()));
            }
        }
        assertThat(leaves).doesNotHaveDuplicates();
    }
}
