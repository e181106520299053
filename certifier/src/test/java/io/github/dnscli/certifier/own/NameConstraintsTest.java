package io.github.dnscli.certifier.own;

import static io.github.dnscli.certifier.fixture.Certificates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.ChainVerifier;
import io.github.dnscli.certificate.Expectation;
import io.github.dnscli.certificate.Reason;
import io.github.dnscli.certificate.Verdict;
import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.certifier.fixture.OpenSsl;
import io.github.dnscli.certifier.fixture.SteppedClock;
import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.common.name.DomainName;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// For which names an intermediate may issue, and when there is a new one.
class NameConstraintsTest {

    private static final String CONSTRAINTS = "2.5.29.30";
    private static final Duration HOUR = Duration.ofHours(1);

    private final SteppedClock clock = new SteppedClock(NOW);
    private final MemoryStore state = new MemoryStore();
    private final Set<DomainName> served = new HashSet<>();
    private final PrivateAuthority authority = open();

    private PrivateAuthority open() {
        return Certificates.authority(state, PrivateSettings.DEFAULT, () -> served, clock);
    }

    private void serve(String... zones) {
        served.clear();
        Stream.of(zones).map(DomainName::of).forEach(served::add);
    }

    private Certificate intermediate(PrivateAuthority issuer, String... names) {
        return Certificates.issue(issuer, Certificates.request(names)).authorities().getFirst();
    }

    private Certificate intermediate(String... names) {
        return intermediate(authority, names);
    }

    private static List<String> zonesOf(Certificate intermediate) {
        return CertificateCodec.permitted(intermediate).zones().stream()
                .map(DomainName::display)
                .toList();
    }

    private Verdict verdict(Issuance.Issued issued, CertificateRequest request) {
        return ChainVerifier.verify(
                issued.chain(), Expectation.of(request, clock.instant(), authority.anchors()));
    }

    @Test
    void theIntermediateMayIssueForTheZonesServed() {
        serve("example", "Sub.example", "other.test");
        var request =
                Certificates.request("example", "*.example", "a.b.sub.example", "www.other.test");

        var issued = Certificates.issue(authority, request);

        var intermediate = issued.authorities().getFirst();
        assertThat(zonesOf(intermediate)).containsExactly("example", "other.test");
        assertThat(intermediate.x509().getCriticalExtensionOIDs()).contains(CONSTRAINTS);
        assertThat(verdict(issued, request)).isInstanceOf(Verdict.Verified.class);
    }

    @Test
    void thePlatformRefusesAnotherNameUnderIt() {
        serve("example");
        Certificates.issue(authority, Certificates.request("example"));
        for (var name : List.of("www.elsewhere.test", "*.elsewhere.test", "example.test")) {
            var request = Certificates.request(name);
            var forged = forge(state, request);
            var verdict = verdict(forged, request);

            assertThat(verdict)
                    .isInstanceOfSatisfying(
                            Verdict.Rejected.class,
                            rejected ->
                                    assertThat(rejected.reasons())
                                            .hasAtLeastOneElementOfType(
                                                    Reason.NameNotPermitted.class));
        }
    }

    /// What a thief of the intermediate's key could make.
    private static Issuance.Issued forge(MemoryStore stolen, CertificateRequest request) {
        var pem = stolen.read("intermediate.pem").orElseThrow();
        var issuer = Issuer.parse(pem).asIssuer().orElseThrow();
        var form =
                new CertificateForm(
                        new CertificateForm.Role.Service(request.names()),
                        "",
                        request.publicKey(),
                        CertificateForm.newSerial(new SecureRandom()),
                        issuer.certificate().lifetime());
        return new Issuance.Issued(
                CertificateCodec.issuedBy(issuer, form), List.of(issuer.certificate()));
    }

    @Test
    void opensslTakesNamesInTheZonesAndNoOthers(@TempDir Path folder) throws Exception {
        var store = new MemoryStore();
        var own =
                Certificates.authority(
                        store,
                        PrivateSettings.DEFAULT,
                        () -> Set.of(DomainName.of("example"), DomainName.of("other.test")),
                        Instant::now);
        var openssl = new OpenSsl(folder);
        for (var name : List.of("example", "www.example", "*.example", "*.a.other.test")) {
            var good = Certificates.issue(own, Certificates.request(name));
            assertThat(openssl.verify(own.root(), good.authorities().getFirst(), good.leaf()))
                    .isEqualTo(new OpenSsl.Said("leaf.pem: OK\n", 0));
        }
        for (var name : List.of("test", "www.test", "*.another.test", "anexample")) {
            var bad = forge(store, Certificates.request(name));
            assertThat(openssl.verify(own.root(), bad.authorities().getFirst(), bad.leaf()).text())
                    .contains("permitted subtree violation");
        }
        var shown =
                openssl.run("x509", "-in", "intermediate.pem", "-noout", "-ext", "nameConstraints");
        assertThat(shown.text())
                .contains("X509v3 Name Constraints: critical")
                .containsSubsequence("Permitted:", "DNS:example", "DNS:other.test")
                .containsSubsequence("Excluded:", "IP:0.0.0.0/0.0.0.0", "IP:");
    }

    @Test
    void aNameInANewZoneMakesANewIntermediateAndTheOldOneStaysGood() {
        serve("example");
        var old = Certificates.request("www.example");
        var before = Certificates.issue(authority, old);
        serve("example", "new.test");

        assertThat(intermediate("www.example")).isEqualTo(before.authorities().getFirst());
        var request = Certificates.request("www.new.test", "www.example");
        var after = Certificates.issue(authority, request);

        assertThat(zonesOf(after.authorities().getFirst())).containsExactly("example", "new.test");
        assertThat(verdict(after, request)).isInstanceOf(Verdict.Verified.class);
        assertThat(verdict(before, old)).isInstanceOf(Verdict.Verified.class);
        assertThat(state.names("intermediates")).hasSize(2);
    }

    @Test
    void aNameInNoZoneIsRefused() throws Exception {
        serve("example", "b.test");

        for (var name : List.of("www.elsewhere.test", "*.test")) {
            var request = Certificates.request("www.example", name);
            assertThat(authority.issue(Certificates.order(request)))
                    .isEqualTo(
                            new Issuance.Refused(
                                    new Failure(
                                            Failure.Kind.LOCAL,
                                            "the private authority issues for names in the zones served, 'example', 'b.test', and '%s' is in none of them"
                                                    .formatted(name))));
        }
        assertThat(state.names("intermediates")).isEmpty();
    }

    @Test
    void whereNothingIsServedNothingIsIssued() throws Exception {
        var order = Certificates.order(Certificates.request("www.example"));

        assertThat(authority.issue(order).toString()).contains("now none");
    }

    @Test
    void aZoneThatIsAwayForAMomentChangesNothing() {
        serve("example", "other.test");
        var before = intermediate("www.example");
        serve("example");
        clock.step(HOUR.multipliedBy(23));

        assertThat(intermediate("www.example")).isEqualTo(before);
        assertThat(intermediate(open(), "www.example")).isEqualTo(before);
        assertThat(intermediate("www.other.test")).isEqualTo(before);
    }

    @Test
    void aZoneThatIsAwayJustWhenSomethingIsIssuedChangesNothing() {
        serve("example", "other.test");
        var before = intermediate("www.example");
        clock.step(HOUR.multipliedBy(24 * 7));
        serve("example");
        assertThat(intermediate("www.example")).isEqualTo(before);
        serve("example", "other.test");
        clock.step(HOUR.multipliedBy(24 * 7));

        assertThat(intermediate("www.other.test")).isEqualTo(before);
    }

    @Test
    void aZoneThatIsAwayForADayIsTakenOut() throws Exception {
        serve("example", "other.test");
        intermediate("www.example");
        serve("example");
        clock.step(HOUR);
        intermediate("www.example");
        clock.step(HOUR.multipliedBy(25));

        var order = Certificates.order(Certificates.request("www.other.test"));
        assertThat(authority.issue(order)).isInstanceOf(Issuance.Refused.class);
        assertThat(zonesOf(intermediate("www.example"))).containsExactly("example");
    }

    @Test
    void aZoneThatComesWhileAnotherIsAwayDoesNotPushItOut() {
        serve("example", "other.test");
        intermediate("www.example");
        serve("example", "new.test");
        clock.step(HOUR);

        assertThat(zonesOf(intermediate("www.new.test")))
                .containsExactly("example", "new.test", "other.test");
    }

    @Test
    void whoServesTheRootIssuesForAll() {
        serve("example", ".");

        var intermediate = intermediate("www.example", "a.b.c.test");

        assertThat(intermediate.x509().getExtensionValue(CONSTRAINTS)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65})
    void moreZonesThanACertificateCanHoldAreNotSpokenOf(int count) {
        var zones = IntStream.range(0, count).mapToObj(i -> "zone%d.test".formatted(i)).toList();
        serve(zones.toArray(String[]::new));

        var intermediate = intermediate("www.zone7.test");

        boolean constrained = intermediate.x509().getExtensionValue(CONSTRAINTS) != null;
        assertThat(constrained).isEqualTo(count == 64);
        assertThat(intermediate.der().length).isLessThan(2500);
    }

    @Test
    void longNamesCountToo() {
        var label = "a".repeat(60);
        served.addAll(
                IntStream.range(0, 30)
                        .mapToObj(
                                i ->
                                        DomainName.of(
                                                "z%d.%s.%s.%s".formatted(i, label, label, label)))
                        .collect(Collectors.toSet()));

        assertThat(PermittedNames.of(served).isAll()).isTrue();
    }

    @Test
    void zonesThatNoHostCanBeInAreLeftOut() {
        serve("example", "0/25.2.0.192.in-addr.arpa", "_tcp");

        assertThat(zonesOf(intermediate("www.example"))).containsExactly("example");
    }

    @Test
    void anIntermediateOfAnOlderVersionIsReplacedAndStaysKnown() {
        var request = Certificates.request("www.example");
        serve(".");
        var before = Certificates.issue(authority, request);
        state.names("intermediates").forEach(name -> state.remove("intermediates/" + name));
        serve("example");

        var after = Certificates.issue(open(), request);

        assertThat(zonesOf(after.authorities().getFirst())).containsExactly("example");
        assertThat(verdict(before, request)).isInstanceOf(Verdict.Verified.class);
        assertThat(state.names("intermediates")).hasSize(2);
    }

    @Test
    void manyZonesAreNotAllTold() throws Exception {
        serve("a.test", "b.test", "c.test", "d.test", "e.test", "f.test", "g.test");

        assertThat(authority.issue(Certificates.order(Certificates.request("x"))).toString())
                .contains("'e.test' and 2 more");
    }
}
