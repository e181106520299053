package io.github.dnscli.certificate;

import static io.github.dnscli.testkit.certificate.TestAuthority.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.check.Circumstances;
import io.github.dnscli.common.check.ZoneFileChecks;
import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Severity;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Tlsa;
import io.github.dnscli.common.text.ReaderOptions;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.common.text.ZoneReader;
import io.github.dnscli.testkit.certificate.Identity;
import io.github.dnscli.testkit.certificate.RequestShape;
import io.github.dnscli.testkit.certificate.TestAuthority;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateRuleTest {

    private static final String HOST = "www.example.com";
    private static final String OWNER = "_letsencrypt._tcp." + HOST;
    private static final String EXPIRES = "2027-02-19T12:00:00Z";

    private static final TestAuthority ROOT = TestAuthority.root("Root");
    private static final CertificateKey KEY =
            CertificateKey.generate(KeyType.P256, new SecureRandom());

    /// {@return a zone of class IN in which these data stand at a name, from line 5 on, one a line}
    private static String zone(String owner, RecordData... data) {
        var text =
                new StringBuilder(
                        """
                        $TTL 3600
                        @   SOA ns1 hostmaster 1 7200 900 1209600 300
                            NS  ns1
                        ns1 A   192.0.2.1
                        """);
        for (var each : data) {
            text.append(owner).append(". ").append(each).append('\n');
        }
        return text.append(HOST).append(". A 192.0.2.2\n").toString();
    }

    private static List<Finding> judge(Instant now, String zone) {
        var source = new Source(zone.getBytes(StandardCharsets.UTF_8), "example.com");
        var file = ZoneReader.read(source, ReaderOptions.forZone(DomainName.of("example.com")));
        var circumstances = Circumstances.at(now).with(List.of(new CertificateRule()));
        return ZoneFileChecks.judge(file, circumstances).findings().stream()
                .filter(finding -> CertificateChecks.all().contains(finding.check()))
                .toList();
    }

    private static List<Finding> judge(RecordData... data) {
        return judge(NOW, zone(OWNER, data));
    }

    private static List<Check> checks(RecordData... data) {
        return judge(data).stream().map(Finding::check).toList();
    }

    private static RecordData leaf(Identity identity) {
        return TlsaRole.LEAF.data(identity.der());
    }

    private static RecordData leaf(String... hosts) {
        return leaf(ROOT.issue(c -> c.hosts(hosts)));
    }

    private static RecordData request(String... hosts) {
        return TlsaRole.REQUEST.data(RequestShape.of(KEY).hosts(hosts).der());
    }

    private static PublicKey platform(SubjectPublicKey key) {
        try {
            return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(key.der()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void isContentWithACertificateAndItsRequest() {
        var request = RequestShape.of(KEY).hosts(HOST).request();
        var leaf = ROOT.issue(c -> c.hosts(HOST).publicKey(platform(request.publicKey())));
        var authority = TlsaRole.AUTHORITY.data(ROOT.identity().der());
        var other = new Tlsa(3, 1, 1, new byte[32]).data();

        assertThat(judge(request.data(), leaf(leaf), authority, other)).isEmpty();
    }

    @Test
    void saysWhatIsNoCertificate() {
        byte[] der = ROOT.leaf(HOST).der();
        assertThat(judge(TlsaRole.LEAF.data(Arrays.copyOf(der, der.length - 1))))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.check())
                                    .isEqualTo(CertificateChecks.CERTIFICATE_UNDECODABLE);
                            assertThat(finding.message())
                                    .startsWith("record 'TLSA 3 0 0 3082")
                                    .endsWith("should hold a certificate, and is not DER");
                        });
        assertThat(judge(TlsaRole.AUTHORITY.data(new byte[] {0x30, 0})))
                .extracting(Finding::check)
                .containsExactly(CertificateChecks.CERTIFICATE_UNDECODABLE);
    }

    private static List<String> messages(RecordData... data) {
        return judge(data).stream()
                .map(f -> f.place().line() + " " + f.check().id() + " " + f.message())
                .toList();
    }

    @Test
    void saysWhatIsNoRequest() {
        byte[] der = RequestShape.of(KEY).hosts(HOST).der();
        var stranger = CertificateKey.generate(KeyType.P256, new SecureRandom());

        assertThat(messages(TlsaRole.REQUEST.data(Arrays.copyOf(der, 20))))
                .containsExactly("5 certificate-undecodable the signing request is not DER");
        assertThat(messages(TlsaRole.REQUEST.data(new byte[] {0x30, 0})))
                .containsExactly(
                        "5 certificate-undecodable the signing request is DER, and no PKCS #10 signing request");
        assertThat(
                        messages(
                                TlsaRole.REQUEST.data(
                                        RequestShape.of(KEY).hosts(HOST).signedBy(stranger).der())))
                .containsExactly(
                        "5 certificate-undecodable the signing request is not signed by its own key");
        assertThat(
                        messages(
                                TlsaRole.REQUEST.data(
                                        RequestShape.of(KEY)
                                                .hosts(HOST)
                                                .platformKey("RSA", 1024)
                                                .der())))
                .singleElement()
                .asString()
                .contains("certificate-undecodable the signing request ", "1024 bits");
    }

    @Test
    void wantsOneRequest() {
        var findings = messages(request(HOST), request(HOST, "www2." + HOST));
        assertThat(findings)
                .containsExactly("6 certificate-requests 2 signing requests at '" + OWNER + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "www.example.com, true",
        "WWW.Example.Com, true",
        "*.example.com, true",
        "*.www.example.com, true",
        "other.example.net www.example.com, true",
        "example.com, false",
        "a.www.example.com, false",
        "*.com, false",
        "www.example.net, false",
    })
    void wantsCertificatesAndRequestsForTheirHost(String names, boolean fits) {
        var hosts = names.split(" ");
        var wrong = fits ? List.<Check>of() : List.of(CertificateChecks.CERTIFICATE_WRONG_HOST);
        assertThat(checks(leaf(hosts))).isEqualTo(wrong);
        assertThat(checks(request(hosts))).isEqualTo(wrong);
    }

    @Test
    void saysForWhomACertificateIs() {
        assertThat(messages(leaf("a.example", "b.example")))
                .containsExactly(
                        "5 certificate-wrong-host the certificate is for 'a.example', 'b.example', not for '"
                                + HOST
                                + "'");
        assertThat(messages(leaf("a.example", "b.example", "c.example", "d.example")))
                .containsExactly(
                        "5 certificate-wrong-host the certificate is for 'a.example', 'b.example', 'c.example' and others, not for '"
                                + HOST
                                + "'");
        assertThat(messages(leaf(ROOT.issue(c -> c.commonName(HOST)))))
                .containsExactly(
                        "5 certificate-wrong-host the certificate is for no host, not for '"
                                + HOST
                                + "'");
        assertThat(messages(TlsaRole.REQUEST.data(RequestShape.of(KEY).der())))
                .containsExactly("5 certificate-wrong-host the signing request names no host");
    }

    @Test
    void notesACertificateForAnotherKeyThanRequested() {
        assertThat(judge(request(HOST), leaf(HOST)))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.check())
                                    .isEqualTo(CertificateChecks.CERTIFICATE_KEY_DIFFERS);
                            assertThat(finding.severity()).isEqualTo(Severity.NOTE);
                            assertThat(finding.place().line()).isEqualTo(6);
                        });
        assertThat(judge(leaf(HOST))).isEmpty();
        assertThat(judge(request(HOST))).isEmpty();
    }

    /// The certificate is valid for 90 days, so a sixth of its life is 15.
    @ParameterizedTest
    @CsvSource({
        "2026-11-22T12:00:00Z, ",
        "2027-02-04T12:00:00Z, ",
        "2027-02-04T12:00:01Z, certificate-expiring",
        "2027-02-19T12:00:00Z, certificate-expiring",
        "2027-02-19T12:00:01Z, certificate-expired",
        "2026-01-01T00:00:00Z, ",
    })
    void tellsOfCertificatesThatEnd(Instant now, String id) {
        assertThat(judge(now, zone(OWNER, leaf(HOST))))
                .extracting(finding -> finding.check().id())
                .isEqualTo(id == null ? List.of() : List.of(id));
    }

    @Test
    void tellsWhenACertificateEnds() {
        var zone = zone(OWNER, leaf(HOST));
        assertThat(judge(Instant.parse(EXPIRES), zone))
                .extracting(Finding::message)
                .containsExactly(
                        "the certificate expires at '"
                                + EXPIRES
                                + "', with less than a sixth of its life left");
        assertThat(judge(Instant.parse(EXPIRES).plusSeconds(1), zone))
                .extracting(Finding::message)
                .containsExactly("the certificate expired at '" + EXPIRES + "'");
    }

    @Test
    void doesNotJudgeTheTimeOfAuthorities() {
        var old = NOW.minus(Duration.ofDays(2));
        var authority = ROOT.issue(c -> c.authority().commonName("R1").valid(old, old));
        assertThat(judge(TlsaRole.AUTHORITY.data(authority.der()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_443._tcp.www.example.com",
                "_letsencrypt._udp.www.example.com",
                "_letsencrypt._tcp.*.example.com",
                "_letsencrypt._tcp.www.cut.example.com"
            })
    void leavesOtherNamesAlone(String owner) {
        var zone = zone(owner, TlsaRole.LEAF.data(new byte[] {1}));
        assertThat(judge(NOW, zone + "cut NS ns1\n")).isEmpty();
    }

    @Test
    void looksAtNoMoreThanSomeOfManyRequests() {
        var broken =
                Stream.iterate(1, i -> i + 1)
                        .limit(40)
                        .map(i -> TlsaRole.REQUEST.data(new byte[] {(byte) i.intValue()}))
                        .toArray(RecordData[]::new);
        assertThat(judge(broken)).hasSize(21);
    }

    @Test
    void neverForbidsServing() {
        assertThat(CertificateChecks.all())
                .hasSize(6)
                .allMatch(check -> check.kind() == Check.Kind.TIME)
                .noneMatch(check -> check.severity() == Severity.ERROR);
    }

    @Test
    void asksForTlsaRecordsOnly() {
        assertThat(new CertificateRule().types()).containsExactly(RecordType.TLSA);
    }
}
