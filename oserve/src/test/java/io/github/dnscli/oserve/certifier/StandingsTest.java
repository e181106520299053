package io.github.dnscli.oserve.certifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certifier.CertifierEvent;
import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.certifier.authority.Order;
import io.github.dnscli.certifier.authority.OrderSlip;
import io.github.dnscli.certifier.authority.RenewalAdvice;
import io.github.dnscli.certifier.ledger.KnownCertificate;
import io.github.dnscli.certifier.ledger.Phase;
import io.github.dnscli.certifier.ledger.RequestStanding;
import io.github.dnscli.certifier.ledger.Standings;
import io.github.dnscli.certifier.own.PrivateSettings;
import io.github.dnscli.certifier.primary.Trouble;
import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.oserve.http.Texts;
import io.github.dnscli.oserve.status.Age;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How requests stand, as people, programs and Prometheus read it.
class StandingsTest {

    private static final Path GUIDE = Path.of("..", "docs", "certifier.md");
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final DomainName WWW = DomainName.of("www.example.com");
    private static Certificate leaf;
    private static CertificateRequest request;

    @BeforeAll
    static void issue() throws IOException {
        var folder = new CertifierFolder(Path.of("none"));
        var authority =
                new Authorities(folder, new MemoryStore(), () -> NOW)
                        .ofOwn(PrivateSettings.DEFAULT, () -> Set.of(DomainName.of("example.com")));
        request =
                CertificateRequest.create(
                        CertificateKey.generate(KeyType.P256, new SecureRandom()), List.of(WWW));
        var order =
                new Order(request, Optional.empty(), OrderSlip.NONE, NOW.plus(Duration.ofHours(1)));
        leaf = ((Issuance.Issued) authority.issue(order)).leaf();
    }

    private static RequestStanding standing(Phase phase, Optional<Failure> failure) {
        boolean hasCertificate = phase == Phase.SETTLED;
        return new RequestStanding(
                "5f3a",
                List.of(WWW),
                List.of(DomainName.of("_letsencrypt._tcp.www.example.com")),
                phase,
                phase == Phase.REFUSED ? Optional.of("it asks for 'x'") : Optional.empty(),
                hasCertificate
                        ? Optional.of(new KnownCertificate(leaf, "private", false))
                        : Optional.empty(),
                hasCertificate ? Optional.of(NOW.plus(Duration.ofDays(60))) : Optional.empty(),
                hasCertificate
                        ? Optional.of(
                                new RenewalAdvice(
                                        NOW.plus(Duration.ofDays(59)),
                                        NOW.plus(Duration.ofDays(61)),
                                        Optional.of(URI.create("https://ca.example/why")),
                                        NOW.plus(Duration.ofHours(6))))
                        : Optional.empty(),
                failure.isPresent() ? 2 : 0,
                1,
                failure.map(_ -> NOW.plus(Duration.ofMinutes(4))),
                failure,
                failure.map(_ -> NOW.minus(Duration.ofMinutes(1))));
    }

    private static Optional<Failure> caa() {
        return Optional.of(new Failure(Failure.Kind.CAA, "CAA forbids it"));
    }

    private static StandingsReport report(RequestStanding... standings) {
        return new StandingsReport(
                new Standings(List.of(standings), List.of()), Optional.of("1234"), NOW);
    }

    @Test
    void areATableForPeople() {
        var report =
                report(
                        standing(Phase.SETTLED, Optional.empty()),
                        standing(Phase.WAITING, caa()),
                        standing(Phase.REFUSED, Optional.empty()),
                        standing(Phase.LIMITED, Optional.empty()),
                        standing(Phase.WITHDRAWN, Optional.empty()));
        String serial = leaf.x509().getSerialNumber().toString(16);

        assertThat(StandingsText.of(report))
                .isEqualTo(
                        """
                        certifier  running, process 1234
                        requests   5, waiting: 1, settled: 1, limited: 1, refused: 1, withdrawn: 1

                        ! 'www.example.com': no certificate: CAA forbids it; next try at 2026-11-25T12:04:00Z
                        ! the request for 'www.example.com' is refused: it asks for 'x'
                        ! 'www.example.com': ordered 1 times within seven days

                        NAMES            PHASE      EXPIRES  RENEWAL  ORDERS  NEXT TRY  SERIAL
                        www.example.com  settled    in 90d   in 60d   1       -         LEAF
                        www.example.com  waiting    -        -        1       in 4m     -
                        www.example.com  refused    -        -        1       -         -
                        www.example.com  limited    -        -        1       -         -
                        www.example.com  withdrawn  -        -        1       -         -
                        """
                                .replace("LEAF", serial)
                                .replace("in 90d", expiry()));
    }

    private static String expiry() {
        return "in " + Age.of(Duration.between(NOW, leaf.lifetime().notAfter()));
    }

    @Test
    void areEmptyWhereNothingIsRemembered() {
        var report =
                new StandingsReport(
                        new Standings(List.of(), List.of("'x' cannot be read")),
                        Optional.empty(),
                        NOW);

        assertThat(StandingsText.of(report))
                .isEqualTo("certifier  not running\nrequests   0\n\n! 'x' cannot be read\n");
    }

    @Test
    void areAnObjectForPrograms() {
        var report = report(standing(Phase.SETTLED, caa()));

        assertThat(StandingsJson.of(report))
                .contains("\"time\": \"2026-11-25T12:00:00Z\"")
                .contains("\"running\": true")
                .contains("\"process\": 1234")
                .contains("\"attention\": [")
                .contains("no new certificate: CAA forbids it")
                .contains("\"phase\": \"settled\"")
                .contains("\"authority\": \"private\"")
                .contains("\"revoked\": false")
                .contains("\"renewal\": \"2027-01-24T12:00:00Z\"")
                .contains("\"start\": \"2027-01-23T12:00:00Z\"")
                .contains("\"explanation\": \"https://ca.example/why\"")
                .contains("\"ordersInSevenDays\": 1")
                .contains("\"reason\": \"caa\"")
                .contains("\"nextTry\": \"2026-11-25T12:04:00Z\"");
    }

    @Test
    void sayWhatHasExpired() {
        var late =
                new StandingsReport(
                        new Standings(
                                List.of(standing(Phase.SETTLED, Optional.empty())), List.of()),
                        Optional.empty(),
                        NOW.plus(Duration.ofDays(100)));

        assertThat(late.attention())
                .containsExactly("'www.example.com': the certificate has expired");
    }

    @Test
    void areCountedForPrometheus() {
        var metrics = new CertifierMetrics(() -> NOW);
        metrics.happened(new CertifierEvent.Issued(request, leaf, "private", "none yet"));
        metrics.happened(new CertifierEvent.NotIssued(request, caa().orElseThrow(), NOW));
        metrics.happened(
                new CertifierEvent.Published(request, leaf, DomainName.of("_letsencrypt._tcp.x")));
        metrics.happened(
                new CertifierEvent.NotPublished(
                        request,
                        DomainName.of("_letsencrypt._tcp.x"),
                        new Trouble.Refusal("REFUSED"),
                        NOW));

        String text = text(metrics);

        assertThat(text.lines())
                .contains(
                        "oserve_certificates_issued_total 1",
                        "oserve_certificate_failures_total{reason=\"caa\"} 1",
                        "oserve_certificate_failures_total{reason=\"rate-limited\"} 0",
                        "oserve_certificates_published_total 1",
                        "oserve_certificate_updates_failed_total 1",
                        "oserve_certificate_orders_week 1",
                        "oserve_signing_requests{phase=\"settled\"} 1",
                        "oserve_signing_requests{phase=\"waiting\"} 0",
                        "oserve_certificate_renewal_time_seconds{names=\"www.example.com\"} "
                                + NOW.plus(Duration.ofDays(60)).getEpochSecond(),
                        "oserve_certificate_seconds_to_expiry{names=\"www.example.com\"} "
                                + Duration.between(NOW, leaf.lifetime().notAfter()).toSeconds());
        assertThat(text)
                .contains("oserve_certificate_renewal_window_start_time_seconds{")
                .contains("oserve_certificate_renewal_window_end_time_seconds{");
    }

    @Test
    void areOneValueForTheSameNamesAndNoneForWhatIsGone() {
        var settled = standing(Phase.SETTLED, Optional.empty());
        var metrics = new CertifierMetrics(() -> NOW);
        var twice = Texts.of(text -> metrics.write(text, List.of(settled, settled)));
        var gone = Texts.of(text -> metrics.write(text, List.of(settled.in(Phase.WITHDRAWN))));

        assertThat(twice.lines())
                .filteredOn(line -> line.contains("{names="))
                .hasSize(4)
                .doesNotHaveDuplicates();
        assertThat(gone).doesNotContain("{names=");
    }

    private static String text(CertifierMetrics metrics) {
        return Texts.of(
                text -> metrics.write(text, List.of(standing(Phase.SETTLED, Optional.empty()))));
    }

    @Test
    void areWhatTheGuideLists() throws IOException {
        var rows =
                Pattern.compile("# HELP (\\S+) (.*)\n# TYPE \\S+ (.*)\n")
                        .matcher(text(new CertifierMetrics(() -> NOW)))
                        .results()
                        .map(
                                m ->
                                        "| `"
                                                + m.group(1)
                                                + "` | "
                                                + m.group(3)
                                                + " | "
                                                + m.group(2)
                                                + " |")
                        .toList();
        var listed =
                Files.readAllLines(GUIDE).stream()
                        .filter(line -> line.startsWith("| `oserve_"))
                        .toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(rows);
    }
}
