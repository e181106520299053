package io.github.dnscli.certifier.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.testkit.certificate.RequestShape;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePolicyTest {

    @ParameterizedTest
    @CsvSource({
        "www.example, www.example",
        "WWW.Example, www.eXAMPLE",
        "www.example, a.www.example",
        "www.example, b.a.www.example",
        "www.example, *.www.example",
        "www.example, *.a.www.example",
        "www.example, www.example *.www.example a.www.example",
        "www.example mail.example, www.example mail.example",
        "www.example mail.example, *.www.example *.mail.example",
        "example, www.example",
    })
    void grantsTheHostOfAPlaceAndAllBelowIt(String places, String names) {
        assertThat(judge(places, names)).isEqualTo(new Grant.Granted());
    }

    @ParameterizedTest
    @CsvSource({
        "www.example, mail.example, mail.example",
        "www.example, example, example",
        "www.example, *.example, *.example",
        "www.example, notwww.example, notwww.example",
        "www.example, www.example.com, www.example.com",
        "www.example, www.example mail.example, mail.example",
        "www.example mail.example, www.example mail.example ftp.example, ftp.example",
        "a.example, *.b.example, *.b.example",
    })
    void refusesEverythingForOneForeignName(String places, String names, String culprit) {
        assertThat(judge(places, names))
                .isInstanceOfSatisfying(
                        Grant.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .startsWith("it asks for '" + culprit + "', which is"));
    }

    @Test
    void saysWhereTheProofWouldHaveToStand() {
        assertThat(judge("www.example", "*.mail.example"))
                .isEqualTo(
                        new Grant.Refused(
                                "it asks for '*.mail.example', which is neither at nor below 'www.example';"
                                        + " the same request at '_letsencrypt._tcp.mail.example' would prove the right to it"));
    }

    @Test
    void refusesANameTooLongToHaveAPlace() {
        var labels = String.join(".", Collections.nCopies(3, "a".repeat(60)));

        assertThat(judge("www.example", labels + "." + "b".repeat(52)))
                .isInstanceOfSatisfying(
                        Grant.Refused.class,
                        refused -> assertThat(refused.reason()).contains("_tcp"));
        assertThat(judge("www.example", labels + "." + "b".repeat(53)))
                .isInstanceOfSatisfying(
                        Grant.Refused.class,
                        refused ->
                                assertThat(refused.reason()).endsWith("nor below 'www.example'"));
    }

    @Test
    void refusesToMakeAnAuthority() {
        var request =
                shape().hosts("www.example")
                        .extension(Extension.basicConstraints, new BasicConstraints(true));

        assertThat(reason(request)).isEqualTo("it asks for the rights of an authority");
    }

    @Test
    void refusesAddresses() {
        var request =
                shape().names(
                                new GeneralName(GeneralName.dNSName, "www.example"),
                                new GeneralName(GeneralName.iPAddress, "192.0.2.1"));

        assertThat(reason(request))
                .isEqualTo("it asks for 'IP 192.0.2.1', and only names of hosts are certified");
    }

    @Test
    void refusesExtensionsItDoesNotKnow() {
        var request =
                shape().hosts("www.example")
                        .extension(
                                new ASN1ObjectIdentifier("1.3.6.1.5.5.7.1.24"), DERNull.INSTANCE);

        assertThat(reason(request))
                .isEqualTo("it asks for the extension '1.3.6.1.5.5.7.1.24', which is not granted");
    }

    @Test
    void putsUpWithTheExtensionsOfCommonTools() {
        var request =
                shape().hosts("www.example")
                        .extension(Extension.basicConstraints, new BasicConstraints(false))
                        .extension(Extension.keyUsage, new KeyUsage(KeyUsage.nonRepudiation));

        assertThat(judge(request.request(), "www.example")).isEqualTo(new Grant.Granted());
    }

    @Test
    void doesNotListForeignNamesWithoutEnd() {
        var names = IntStream.range(0, 20).mapToObj(i -> "n" + i + ".mail.example");

        assertThat(reason(shape().hosts(names.toArray(String[]::new))))
                .contains("'n7.mail.example' and 12 more, which is")
                .doesNotContain("n8");
    }

    @Test
    void refusesCrowds() {
        var names = IntStream.range(0, 101).mapToObj(i -> "n" + i + ".www.example");

        assertThat(reason(shape().hosts(names.toArray(String[]::new))))
                .isEqualTo("it asks for 101 names, where 100 are the most");
    }

    private static RequestShape shape() {
        return RequestShape.of(Certificates.key());
    }

    private static String reason(RequestShape shape) {
        return switch (judge(shape.request(), "www.example")) {
            case Grant.Refused(var reason) -> reason;
            case Grant.Granted _ -> "granted";
        };
    }

    private static Grant judge(String places, String names) {
        return judge(Certificates.request(names.split(" ")), places);
    }

    private static Grant judge(CertificateRequest request, String hosts) {
        return new NamePolicy(NameAllowances.NONE).judge(request, hosts(hosts));
    }

    private static List<DomainName> hosts(String hosts) {
        return Stream.of(hosts.split(" ")).map(DomainName::of).toList();
    }
}
