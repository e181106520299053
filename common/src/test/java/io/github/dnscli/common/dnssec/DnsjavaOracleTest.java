package io.github.dnscli.common.dnssec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordCorpus;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/// Another library agrees on what is signed, and how.
class DnsjavaOracleTest {

    private static final Instant NOW = ZoneSigner.NOW;
    private static final DomainName ZONE = DomainName.of("example.com");

    private static Record foreign(ResourceRecord record) throws IOException {
        return Record.fromWire(concatenate(record), Section.ANSWER);
    }

    private static byte[] concatenate(ResourceRecord record) {
        byte[] owner = record.owner().wire();
        byte[] data = record.data().wire();
        return ByteBuffer.allocate(owner.length + 10 + data.length)
                .put(owner)
                .putShort((short) record.type().value())
                .putShort((short) DClass.IN)
                .putInt(record.ttl().seconds())
                .putShort((short) data.length)
                .put(data)
                .array();
    }

    private static RRset foreign(RecordSet set) throws IOException {
        var foreign = new RRset();
        for (var record : set.records()) {
            foreign.addRR(foreign(record));
        }
        return foreign;
    }

    private static void assertTheyVerifyOurs(SigningKey key, RecordSet set) throws Exception {
        var signature = key.sign(set, ZONE, NOW.minusSeconds(60), NOW.plusSeconds(60));
        var dnskey = new ResourceRecord(ZONE, new Ttl(3600), key.dnskey());
        assertThatCode(
                        () ->
                                DNSSEC.verify(
                                        foreign(set),
                                        (RRSIGRecord) foreign(signature),
                                        (DNSKEYRecord) foreign(dnskey),
                                        NOW))
                .as(set.type().toString())
                .doesNotThrowAnyException();
    }

    private static void assertWeVerifyTheirs(SigningKey key, RecordSet set) throws Exception {
        var dnskey = (DNSKEYRecord) foreign(new ResourceRecord(ZONE, new Ttl(3600), key.dnskey()));
        var theirs =
                DNSSEC.sign(
                        foreign(set),
                        dnskey,
                        key.pair().getPrivate(),
                        NOW.minusSeconds(60),
                        NOW.plus(Duration.ofDays(1)));
        var signature =
                RecordSignature.of(
                        RecordData.ofWire(RecordType.RRSIG, theirs.rdataToWireCanonical()));
        var usable = (DecodedKey.Usable) new Keyring(List.of()).decode(ZoneKey.of(key.dnskey()));
        byte[] wire = CanonicalSet.of(set).wire(set.ttl().seconds());
        assertThat(new SignatureVerifier().verifies(signature, wire, usable)).isTrue();
    }

    private static RecordSet addresses() {
        var data =
                Stream.of("192.0.2.9", "192.0.2.10", "10.0.0.1")
                        .map(text -> RecordData.of(RecordType.A, text))
                        .toList();
        return new RecordSet(DomainName.of("WWW.Example.com"), RecordType.A, new Ttl(300), data);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RSAMD5", "DSA", "DSA_NSEC3_SHA1", "ECC_GOST"})
    void signaturesOfEveryAlgorithmAreTheSame(SigningAlgorithm algorithm) throws Exception {
        var key = SigningKey.generate(algorithm, SigningKey.ZSK);
        assertTheyVerifyOurs(key, addresses());
        assertWeVerifyTheirs(key, addresses());
    }

    /// RRSIG is never signed. Of the others the library does not take what may be in them: no digest in TLSA, upper case in the
    /// tag of CAA, all ports in WKS, several servers in HIP, or a SIG that is not of a message.
    private static final Set<String> UNKNOWN_TO_IT = Set.of("RRSIG", "CAA", "WKS", "SIG", "HIP");

    static List<RecordSet> sets() {
        var byType = new TreeMap<RecordType, List<RecordData>>();
        for (var sample : RecordCorpus.all()) {
            if (!UNKNOWN_TO_IT.contains(sample.type().toString())
                    && !sample.text().startsWith("\\#")) {
                byType.computeIfAbsent(sample.type(), _ -> new ArrayList<>())
                        .add(RecordData.of(sample.type(), respelled(sample)));
            }
        }
        var owner = DomainName.of("Sample.EXAMPLE.com");
        return byType.entrySet().stream()
                .map(e -> new RecordSet(owner, e.getKey(), new Ttl(60), e.getValue()))
                .toList();
    }

    /// The library puts names in lower case also in types that RFC 4034 §6.2 does not name.
    private static final Set<String> LOWERED_BY_IT_ALONE =
            Set.of("SVCB", "HTTPS", "NSAP-PTR", "IPSECKEY");

    private static String respelled(RecordCorpus sample) {
        boolean keeps = LOWERED_BY_IT_ALONE.contains(sample.type().toString());
        return keeps ? sample.text() : sample.text().replace("example", "EXAMPLE");
    }

    @ParameterizedTest
    @MethodSource("sets")
    void dataOfEveryTypeIsTheSame(RecordSet set) throws Exception {
        var key = SigningKey.generate(SigningAlgorithm.ED25519, SigningKey.ZSK);
        assertTheyVerifyOurs(key, set);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RSAMD5", "DSA", "DSA_NSEC3_SHA1", "ECC_GOST"})
    void keysHaveTheSameTag(SigningAlgorithm algorithm) throws Exception {
        var key = SigningKey.generate(algorithm, SigningKey.KSK);
        var theirs =
                new DNSKEYRecord(
                        Name.fromString("example.com."),
                        DClass.IN,
                        3600,
                        SigningKey.KSK,
                        3,
                        algorithm.number(),
                        ZoneKey.of(key.dnskey()).publicKey());
        assertThat(key.tag()).isEqualTo(theirs.getFootprint());
    }
}
