package io.github.dnscli.oserve.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.testkit.Patience;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// All hosts of a zone ask on the same day. (`bench/certify hosts` has a thousand of them, and a watch.)
class ManyHostsTest {

    private static final int HOSTS = 100;

    @TempDir Path folder;

    private static String host(int number) {
        return "host" + number + "." + Town.ZONE;
    }

    private static String record(int number) {
        var key = CertificateKey.generate(KeyType.P256, new SecureRandom());
        var request = CertificateRequest.create(key, List.of(DomainName.of(host(number))));
        return "_letsencrypt._tcp.host%d 3600 TLSA 3 255 0 %s\n"
                .formatted(number, HexFormat.of().formatHex(request.der()));
    }

    /// The serial numbers of the certificates of all hosts, each of which has one.
    private static Map<String, BigInteger> serials(Town town) throws Exception {
        var places = OriginalPlace.readAll(town.server(), Town.ZONE);
        var serials = new TreeMap<String, BigInteger>();
        for (int i = 0; i < HOSTS; i++) {
            var place =
                    places.getOrDefault(
                            "_letsencrypt._tcp." + host(i) + ".", new OriginalPlace(List.of()));
            assertThat(place.leaves()).as(host(i)).hasSize(1);
            assertThat(OriginalPlace.names(place.leaves().getFirst())).containsExactly(host(i));
            serials.put(host(i), place.leaves().getFirst().getSerialNumber());
        }
        return serials;
    }

    @Test
    void allAreServedAndARestartIssuesNothing() throws Exception {
        var requests =
                IntStream.range(0, HOSTS)
                        .mapToObj(ManyHostsTest::record)
                        .collect(Collectors.joining());
        try (var town = Town.open(folder, requests, List.of(), "--axfr")) {
            assertThat(town.certifyOnce().status()).isEqualTo(ExitStatus.YES);
            var serials = serials(town);
            assertThat(serials.values()).doesNotHaveDuplicates();
            long version = town.serial();

            var again = town.certifyOnce();
            try (var certifier = town.certifier()) {
                Patience.until(
                        "a look at the zone",
                        () -> certifier.log().text().contains("zone 'example.com'"));
                assertThat(certifier.stop()).isEqualTo(ExitStatus.YES);
                assertThat(certifier.log().text()).doesNotContain("issued certificate");
            }

            assertThat(again.status()).isEqualTo(ExitStatus.YES);
            assertThat(again.errors())
                    .doesNotContain("issued certificate")
                    .doesNotContain("written to");
            assertThat(town.serial()).isEqualTo(version);
            assertThat(serials(town)).isEqualTo(serials);
        }
    }
}
