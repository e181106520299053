package io.github.dnscli.common.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import org.junit.jupiter.api.Test;

class ZoneTest {

    private static final Zone ZONE =
            Records.zone(
                    "example.com",
                    """
                    example.com 3600 SOA ns1.example.com. admin.example.com. 7 7200 900 1209600 300
                    example.com 3600 NS ns1.example.com.
                    ns1.example.com 3600 A 192.0.2.1
                    """);
    private static final DomainName NS1 = DomainName.of("ns1.example.com");

    private static RecordSet set(String line) {
        return RecordSet.of(Records.record(line));
    }

    @Test
    void leavesOutWhatIsOutside() {
        var zone = Records.zone("example.com", "www.example.org 60 A 192.0.2.1");
        assertThat(zone.records()).isEmpty();
    }

    @Test
    void countsRepetitionsOnceAndTakesTheFirstTtl() {
        var zone =
                Records.zone(
                        "example.com",
                        """
                        a.example.com 60 A 192.0.2.1
                        A.example.com 90 A 192.0.2.1
                        """);
        assertThat(zone.records()).containsExactly(Records.record("a.example.com 60 A 192.0.2.1"));
    }

    @Test
    void signaturesHaveTheTtlsOfWhatTheyCover() {
        var records =
                Records.records(
                        """
                        a.example.com 3600 A 192.0.2.1
                        a.example.com 3600 RRSIG A 13 3 3600 20300101000000 20200101000000 1 example.com. AA==
                        a.example.com 300 RRSIG NSEC 13 3 300 20300101000000 20200101000000 1 example.com. AA==
                        a.example.com 300 NSEC example.com. A RRSIG NSEC
                        """);
        var zone = Zone.of(ZONE.origin(), records);
        assertThat(zone.records()).containsExactlyInAnyOrderElementsOf(records);
        assertThat(ZoneDiff.between(Zone.empty(ZONE.origin()), zone).added())
                .containsExactlyInAnyOrderElementsOf(records);
    }

    @Test
    void ordersNamesCanonically() {
        var zone =
                Records.zone(
                        "example",
                        """
                        z.example 60 A 192.0.2.1
                        yljkjljk.a.example 60 A 192.0.2.1
                        Z.a.example 60 A 192.0.2.1
                        example 60 A 192.0.2.1
                        a.example 60 A 192.0.2.1
                        zABC.a.EXAMPLE 60 A 192.0.2.1
                        """);
        // RFC 4034 §6.1; a label that names share is spelled as it came first.
        assertThat(zone.records().map(ResourceRecord::owner).map(DomainName::toString))
                .containsExactly(
                        "example.",
                        "a.example.",
                        "yljkjljk.a.example.",
                        "Z.a.example.",
                        "zABC.a.example.",
                        "z.example.");
    }

    @Test
    void aChangedZoneIsAnother() {
        var changed = ZONE.with(set("ns1.example.com 60 A 192.0.2.9"));
        assertThat(changed).isNotEqualTo(ZONE);
        assertThat(ZONE.recordSet(NS1, RecordType.A))
                .contains(set("ns1.example.com 3600 A 192.0.2.1"));
    }

    @Test
    void forgetsANameWithItsLastSet() {
        var changed = ZONE.without(NS1, RecordType.A);
        assertThat(changed.exists(NS1)).isFalse();
        assertThat(ZONE.without(NS1, RecordType.AAAA)).isSameAs(ZONE);
    }

    @Test
    void refusesASetThatIsOutside() {
        var outside = set("example.org 60 A 192.0.2.1");
        assertThatThrownBy(() -> ZONE.with(outside)).hasMessageContaining("outside");
    }

    @Test
    void changesItsSerialOnly() {
        var changed = ZONE.withSerial(new Serial(8));
        assertThat(changed.serial()).contains(new Serial(8));
        assertThat(ZoneDiff.between(ZONE, changed).changes()).hasSize(1);
    }

    @Test
    void knowsItsCuts() {
        var zone = ZONE.with(set("child.example.com 60 NS ns.example.net."));
        assertThat(zone.cut(DomainName.of("a.child.example.com")))
                .contains(DomainName.of("child.example.com"));
        assertThat(zone.cut(DomainName.of("example.com"))).isEmpty();
    }
}
