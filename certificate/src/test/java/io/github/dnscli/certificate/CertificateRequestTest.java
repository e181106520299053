package io.github.dnscli.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Tlsa;
import io.github.dnscli.testkit.certificate.RequestShape;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CertificateRequestTest {

    private static final CertificateKey KEY =
            CertificateKey.generate(KeyType.P256, 0, new SecureRandom());

    @ParameterizedTest
    @EnumSource
    void isReadAsItWasMade(KeyType type) {
        var key = CertificateKey.generate(type, KeyType.MIN_RSA_BITS, new SecureRandom());
        var made = CertificateRequest.create(key, names("example.com", "*.example.com"));

        var read = valid(CertificateRequest.decode(made.der()));

        assertThat(read).isEqualTo(made);
        assertThat(read.publicKey()).isEqualTo(key.publicKey());
        assertThat(read.names()).isEqualTo(names("example.com", "*.example.com"));
        assertThat(read.otherNames()).isEmpty();
        assertThat(read.extensions()).containsExactly("2.5.29.17");
        assertThat(read.asksForAuthority()).isFalse();
    }

    @Test
    void isReadFromPem() {
        var made = CertificateRequest.create(KEY, names("example.com"));

        assertThat(CertificateRequest.parse("explanation\n" + made.pem()))
                .isEqualTo(new DecodedRequest.Valid(made));
        assertThat(CertificateRequest.parse(made.pem().replace(" CERT", " NEW CERT")))
                .isEqualTo(new DecodedRequest.Valid(made));
    }

    @Test
    void dropsRepeatedNames() {
        assertThat(CertificateRequest.create(KEY, names("a.b", "A.B", "c.d")).names())
                .isEqualTo(names("a.b", "c.d"));
    }

    @Test
    void leavesTheCommonNameOutWhereItDoesNotFit() {
        var fits = "a".repeat(60) + ".com";
        var longer = "a".repeat(61) + ".com";

        assertThat(subject(CertificateRequest.create(KEY, names(fits)))).isEqualTo("CN=" + fits);
        assertThat(subject(CertificateRequest.create(KEY, names(longer)))).isEmpty();
        assertThat(CertificateRequest.create(KEY, names(longer)).names()).isEqualTo(names(longer));
    }

    @Test
    void takesNamesOfHostsOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateRequest.create(KEY, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateRequest.create(KEY, names("a\\ b.com")));
    }

    @Test
    void looksAtTheCommonNameWhereThereIsNoAlternative() {
        assertThat(RequestShape.of(KEY).commonName("example.com").request().names())
                .isEqualTo(names("example.com"));
        assertThat(RequestShape.of(KEY).commonName("example.com").hosts("a.b").request().names())
                .isEqualTo(names("a.b"));
    }

    @Test
    void tellsWhatItAsksForBesidesHosts() {
        var request =
                RequestShape.of(KEY)
                        .names(
                                new GeneralName(GeneralName.dNSName, "a.b"),
                                new GeneralName(GeneralName.dNSName, "not a\u0007host"),
                                new GeneralName(GeneralName.iPAddress, "192.0.2.1"),
                                new GeneralName(GeneralName.rfc822Name, "x@a.b"),
                                new GeneralName(
                                        GeneralName.uniformResourceIdentifier, "https://a.b/"))
                        .request();

        assertThat(request.names()).isEqualTo(names("a.b"));
        assertThat(request.otherNames())
                .containsExactly(
                        "DNS not a?host", "IP 192.0.2.1", "email x@a.b", "URI https://a.b/");
    }

    @Test
    void tellsWhetherItAsksToBecomeAnAuthority() {
        var shape = RequestShape.of(KEY).hosts("a.b");

        assertThat(
                        shape.extension(Extension.basicConstraints, new BasicConstraints(true))
                                .request()
                                .asksForAuthority())
                .isTrue();
        assertThat(
                        RequestShape.of(KEY)
                                .hosts("a.b")
                                .extension(Extension.basicConstraints, new BasicConstraints(false))
                                .request()
                                .asksForAuthority())
                .isFalse();
    }

    @Test
    void refusesARequestWithoutNames() {
        assertThat(fault(RequestShape.of(KEY).decoded())).isEqualTo(RequestFault.NO_NAMES);
    }

    @Test
    void refusesAnotherKeysSignature() {
        var other = CertificateKey.generate(KeyType.P256, 0, new SecureRandom());

        assertThat(RequestShape.of(KEY).hosts("a.b").signedBy(other).decoded())
                .isEqualTo(
                        new DecodedRequest.Invalid(
                                RequestFault.BAD_SIGNATURE, "is not signed by its own key"));
    }

    @Test
    void refusesASignatureOfAnotherKindOfKey() {
        var other = CertificateKey.generate(KeyType.ED25519, 0, new SecureRandom());

        assertThat(fault(RequestShape.of(KEY).hosts("a.b").signedBy(other).decoded()))
                .isEqualTo(RequestFault.BAD_SIGNATURE);
    }

    @Test
    void refusesBrokenDigests() {
        assertThat(RequestShape.of(KEY).hosts("a.b").algorithm("1.2.840.10045.4.1").decoded())
                .isEqualTo(
                        new DecodedRequest.Invalid(
                                RequestFault.WEAK_SIGNATURE,
                                "is signed by the algorithm '1.2.840.10045.4.1', which is not in"
                                        + " use"));
    }

    @Test
    void refusesShortKeys() {
        assertThat(RequestShape.of(KEY).hosts("a.b").platformKey("RSA", 1024).decoded())
                .isEqualTo(
                        new DecodedRequest.Invalid(
                                RequestFault.WEAK_KEY,
                                "is for an RSA key of 1024 bits, where 2048 to 8192 are in use"));
    }

    @Test
    void refusesKeysOfOtherKinds() {
        assertThat(fault(RequestShape.of(KEY).hosts("a.b").platformKey("DSA", 2048).decoded()))
                .isEqualTo(RequestFault.WEAK_KEY);
    }

    @Test
    void refusesWhatIsNoRequest() {
        assertThat(fault(CertificateRequest.decode(new byte[0]))).isEqualTo(RequestFault.NOT_DER);
        assertThat(fault(CertificateRequest.decode(new byte[] {0x30, 5})))
                .isEqualTo(RequestFault.NOT_DER);
        assertThat(fault(CertificateRequest.decode(new byte[] {0x30, 0})))
                .isEqualTo(RequestFault.NOT_A_REQUEST);
        assertThat(CertificateRequest.parse("nothing"))
                .isEqualTo(
                        new DecodedRequest.Invalid(
                                RequestFault.NOT_A_REQUEST,
                                "no block 'CERTIFICATE REQUEST' in PEM form"));
    }

    @Test
    void standsInTheDnsAsItself() {
        var request = CertificateRequest.create(KEY, names("a.b"));
        var tlsa = Tlsa.of(request.data());

        assertThat(tlsa.is(3, 255, 0)).isTrue();
        assertThat(tlsa.association()).isEqualTo(request.der());
        assertThat(request).hasToString("signing request for 'a.b'");
    }

    private static String subject(CertificateRequest request) {
        return CertificationRequest.getInstance(request.der())
                .getCertificationRequestInfo()
                .getSubject()
                .toString();
    }

    private static List<DomainName> names(String... names) {
        return Stream.of(names).map(DomainName::of).toList();
    }

    private static CertificateRequest valid(DecodedRequest decoded) {
        assertThat(decoded).isInstanceOf(DecodedRequest.Valid.class);
        return ((DecodedRequest.Valid) decoded).request();
    }

    private static RequestFault fault(DecodedRequest decoded) {
        assertThat(decoded).isInstanceOf(DecodedRequest.Invalid.class);
        return ((DecodedRequest.Invalid) decoded).fault();
    }
}
