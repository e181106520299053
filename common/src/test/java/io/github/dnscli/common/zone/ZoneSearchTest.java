package io.github.dnscli.common.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import org.junit.jupiter.api.Test;

class ZoneSearchTest {

    private static final Zone ZONE =
            Records.zone(
                    "example.com",
                    """
                    example.com 3600 SOA ns1.example.com. admin.example.com. 1 7200 900 1209600 300
                    example.com 3600 NS ns1.example.com.
                    ns1.example.com 3600 A 192.0.2.1
                    www.example.com 3600 CNAME ns1.example.com.
                    host.deep.example.com 3600 A 192.0.2.2
                    *.wild.example.com 3600 TXT "any"
                    sub.wild.example.com 3600 A 192.0.2.3
                    child.example.com 3600 NS ns.child.example.com.
                    child.example.com 3600 DS 1 13 2 00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF
                    ns.child.example.com 3600 A 192.0.2.4
                    moved.example.com 3600 DNAME elsewhere.example.net.
                    """);

    private static Lookup lookup(String name, RecordType type) {
        return ZONE.lookup(DomainName.of(name), type);
    }

    @Test
    void findsTheSetAskedFor() {
        assertThat(lookup("ns1.example.com", RecordType.A)).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void findsEverySetWhenEveryTypeIsAskedFor() {
        assertThat(lookup("example.com", RecordType.ANY))
                .isInstanceOfSatisfying(
                        Lookup.Found.class,
                        found ->
                                assertThat(found.sets())
                                        .extracting(RecordSet::type)
                                        .containsExactly(RecordType.NS, RecordType.SOA));
    }

    @Test
    void tellsThatAnExistingNameHasNoSuchRecords() {
        assertThat(lookup("ns1.example.com", RecordType.MX)).isInstanceOf(Lookup.NoData.class);
    }

    @Test
    void takesAnEmptyNonTerminalForExisting() {
        assertThat(lookup("deep.example.com", RecordType.A)).isInstanceOf(Lookup.NoData.class);
    }

    @Test
    void tellsThatANameDoesNotExistAndWhatDoes() {
        assertThat(lookup("a.b.deep.example.com", RecordType.A))
                .isEqualTo(new Lookup.NoName(DomainName.of("deep.example.com")));
    }

    @Test
    void followsNoAliasByItself() {
        assertThat(lookup("www.example.com", RecordType.A)).isInstanceOf(Lookup.Alias.class);
        assertThat(lookup("www.example.com", RecordType.CNAME)).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void synthesizesFromTheWildcardOfTheClosestEncloser() {
        var asked = DomainName.of("x.y.wild.example.com");
        assertThat(ZONE.lookup(asked, RecordType.TXT))
                .isInstanceOfSatisfying(
                        Lookup.Found.class,
                        found -> assertThat(found.sets().getFirst().owner()).isEqualTo(asked));
        assertThat(lookup("x.wild.example.com", RecordType.A)).isInstanceOf(Lookup.NoData.class);
    }

    @Test
    void lookUpBelowAnExistingNameIsNotCoveredByTheWildcardAboveIt() {
        assertThat(lookup("x.sub.wild.example.com", RecordType.TXT))
                .isInstanceOf(Lookup.NoName.class);
    }

    @Test
    void refersAtAndBelowACut() {
        assertThat(lookup("child.example.com", RecordType.A)).isInstanceOf(Lookup.Delegated.class);
        assertThat(lookup("ns.child.example.com", RecordType.A))
                .isInstanceOf(Lookup.Delegated.class);
        assertThat(lookup("child.example.com", RecordType.NS)).isInstanceOf(Lookup.Delegated.class);
    }

    @Test
    void answersForTheSignerOfADelegationItself() {
        assertThat(lookup("child.example.com", RecordType.DS)).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void redirectsBelowASubtreeAliasOnly() {
        assertThat(lookup("a.moved.example.com", RecordType.A))
                .isInstanceOf(Lookup.SubtreeAlias.class);
        assertThat(lookup("moved.example.com", RecordType.A)).isInstanceOf(Lookup.NoData.class);
    }
}
