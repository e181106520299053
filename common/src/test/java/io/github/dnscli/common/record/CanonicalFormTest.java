package io.github.dnscli.common.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalFormTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NS | NS.Example.
                    MD | Mail.Example.
                    MF | Mail.Example.
                    CNAME | WWW.Example.
                    SOA | NS.Example. Host.Example. 1 2 3 4 5
                    MB | Mail.Example.
                    MG | Some.Example.
                    MR | New.Example.
                    PTR | Host.Example.
                    MINFO | Some.Example. Other.Example.
                    MX | 16705 Mail.Example.
                    RP | Some.Example. Text.Example.
                    AFSDB | 16705 AFS.Example.
                    RT | 16705 Relay.Example.
                    SIG | NXT 1 2 3 20200101000000 20200101000000 4 Example. AQID
                    PX | 16705 Map822.Example. X400.Example.
                    NXT | Next.Example. A
                    NAPTR | 16705 1 "A" "B" "!C!D!" E.Example.
                    KX | 16705 KX.Example.
                    SRV | 16705 16705 16705 Host.Example.
                    DNAME | Target.Example.
                    A6 | 64 ::4141:4142:4143:4144 Prefix.Example.
                    A6 | 61 ::4141:4142:4143:4144 Prefix.Example.
                    A6 | 128 Prefix.Example.
                    RRSIG | A 1 2 3 20200101000000 20200101000000 4 Example. AQID
                    """)
    void lowersTheNamesOfTheTypesThatRfc4034Lists(String type, String text) {
        var data = RecordData.of(RecordType.parse(type).orElseThrow(), text);
        var lower = RecordData.of(data.type(), lowerNames(text));
        assertThat(CanonicalForm.of(data)).isNotEqualTo(data.wire()).isEqualTo(lower.wire());
    }

    /// Words with a final dot are names.
    private static String lowerNames(String text) {
        var lower = new StringBuilder();
        for (String word : text.split(" ")) {
            lower.append(word.endsWith(".") ? word.toLowerCase(Locale.ROOT) : word).append(' ');
        }
        return lower.toString().strip();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NSEC | Next.Example. A RRSIG NSEC
                    SVCB | 1 Target.Example. alpn=H2
                    HTTPS | 0 Target.Example.
                    HIP | 2 200100107B1A74DF365639CC39F1D578 AwEA Rvs.Example.
                    IPSECKEY | 10 3 2 Gateway.Example. AQID
                    AMTRELAY | 10 0 3 Relay.Example.
                    DSYNC | CDS NOTIFY 53 Scanner.Example.
                    LP | 10 L64.Example.
                    TALINK | A.Example. B.Example.
                    NSAP-PTR | Host.Example.
                    DELEG | server-name=NS.Example.
                    TXT | "Some Text"
                    HINFO | "CPU" "OS"
                    CAA | 0 Issue "CA.Example."
                    A6 | 0 4141::4142
                    """)
    void leavesTheNamesOfAllOthers(String type, String text) {
        var data = RecordData.of(RecordType.parse(type).orElseThrow(), text);
        assertThat(CanonicalForm.of(data)).isEqualTo(data.wire());
    }

    @Test
    void leavesDataOfUnknownTypesAlone() {
        byte[] octets = "\4Text\0".getBytes(StandardCharsets.US_ASCII);
        assertThat(CanonicalForm.of(RecordData.ofWire(new RecordType(65400), octets)))
                .isEqualTo(octets);
    }

    @Test
    void lowersLettersOnlyAndThoseOfAscii() {
        var data = RecordData.of(RecordType.NS, "\\[\\@\\{\\`\\195\\132Z.");
        assertThat(CanonicalForm.of(data))
                .asString(StandardCharsets.ISO_8859_1)
                .isEqualTo("\7[@{`\u00c3\u0084z\0");
    }

    @Test
    void ordersAsSetsAreSigned() {
        var upper = RecordData.of(RecordType.MX, "1 B.example.");
        var lower = RecordData.of(RecordType.MX, "1 a.example.");
        assertThat(CanonicalForm.compare(upper, lower)).isPositive();
        assertThat(CanonicalForm.compare(lower, upper)).isNegative();
        assertThat(CanonicalForm.compare(upper, RecordData.of(RecordType.MX, "1 b.EXAMPLE.")))
                .isZero();
        var https = RecordData.of(RecordType.HTTPS, "1 B.example.");
        assertThat(CanonicalForm.compare(https, RecordData.of(RecordType.HTTPS, "1 a.example.")))
                .isNegative();
    }

    @Test
    void countsOctetsAsUnsigned() {
        var high = RecordData.of(RecordType.TXT, "\\200");
        assertThat(CanonicalForm.compare(high, RecordData.of(RecordType.TXT, "a"))).isPositive();
    }
}
