package io.github.dnscli.common.check;

import static io.github.dnscli.common.check.SignedZones.BY_NAME;
import static io.github.dnscli.common.check.SignedZones.OPT_OUT;
import static io.github.dnscli.common.check.SignedZones.ORIGIN;
import static io.github.dnscli.common.check.SignedZones.findings;
import static io.github.dnscli.common.check.SignedZones.plus;
import static io.github.dnscli.common.check.SignedZones.set;
import static io.github.dnscli.common.check.SignedZones.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.dnscli.common.dnssec.DecodedKey;
import io.github.dnscli.common.dnssec.Keyring;
import io.github.dnscli.common.dnssec.RecordSignature;
import io.github.dnscli.common.dnssec.SignatureVerifier;
import io.github.dnscli.common.dnssec.SigningAlgorithm;
import io.github.dnscli.common.dnssec.ZoneKey;
import io.github.dnscli.common.dnssec.ZoneSigner;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.ParsedData;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.zone.Zone;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a zone is made of, judging it ends, soon, and with findings.
@Timeout(60)
class HostileSignaturesTest {

    private static final long SEED = 5155;

    @ParameterizedTest
    @EnumSource
    void anyKeyAndAnySignatureEndInAnAnswer(SigningAlgorithm algorithm) {
        var random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            int length = random.nextBoolean() ? usual(algorithm) : random.nextInt(600);
            var decoded = new Keyring(List.of()).decode(key(algorithm, random, length));
            if (decoded instanceof DecodedKey.Usable usable) {
                var signature = signature(algorithm, random);
                assertThat(new SignatureVerifier().verifies(signature, new byte[20], usable))
                        .isFalse();
            }
        }
    }

    private static int usual(SigningAlgorithm algorithm) {
        return switch (algorithm) {
            case ECDSAP256SHA256 -> 64;
            case ECDSAP384SHA384 -> 96;
            case ED25519 -> 32;
            case ED448 -> 57;
            case RSAMD5,
                    DSA,
                    RSASHA1,
                    DSA_NSEC3_SHA1,
                    RSASHA1_NSEC3_SHA1,
                    RSASHA256,
                    RSASHA512,
                    ECC_GOST ->
                    132;
        };
    }

    private static ZoneKey key(SigningAlgorithm algorithm, Random random, int length) {
        byte[] key = new byte[length];
        random.nextBytes(key);
        if (algorithm.isRsa() && length > 0) {
            key[0] = (byte) random.nextInt(5);
        }
        byte[] data =
                ByteBuffer.allocate(4 + length)
                        .put(new byte[] {1, 0, 3, (byte) algorithm.number()})
                        .put(key)
                        .array();
        return ZoneKey.of(RecordData.ofWire(RecordType.DNSKEY, data));
    }

    private static RecordSignature signature(SigningAlgorithm algorithm, Random random) {
        byte[] value = new byte[new int[] {0, 1, 64, 96, 114, 128}[random.nextInt(6)]];
        random.nextBytes(value);
        byte[] data =
                ByteBuffer.allocate(19 + value.length)
                        .putShort((short) 1)
                        .put((byte) algorithm.number())
                        .position(19)
                        .put(value)
                        .array();
        return RecordSignature.of(RecordData.ofWire(RecordType.RRSIG, data));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anyChangedOctetEndsInFindings(boolean byName) {
        changeOctets(byName, 40);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anyOfMoreChangedOctetsEndsInFindings(boolean byName) {
        changeOctets(byName, 300);
    }

    private static void changeOctets(boolean byName, int times) {
        var zone = signed(byName ? BY_NAME : OPT_OUT);
        var records = zone.records().toList();
        var random = new Random(SEED);
        for (int i = 0; i < times; i++) {
            var changed = new ArrayList<ResourceRecord>(records);
            int at = random.nextInt(records.size());
            changed.set(at, change(records.get(at), random));
            assertThatCode(() -> findings(Zone.of(ORIGIN, changed)))
                    .as(changed.get(at).toString())
                    .doesNotThrowAnyException();
        }
    }

    private static ResourceRecord change(ResourceRecord record, Random random) {
        byte[] wire = record.data().wire();
        wire[random.nextInt(wire.length)] ^= (byte) (1 << random.nextInt(8));
        return RecordData.decode(record.type(), wire) instanceof ParsedData.Valid(var data)
                ? new ResourceRecord(record.owner(), record.ttl(), data)
                : record;
    }

    /// CVE-2023-50387: keys that share a tag, and signatures by it.
    @Test
    void keysThatShareATagAreNotAllTried() {
        var zone = signed(BY_NAME);
        var keys = new ArrayList<>(set(zone, "example.com", RecordType.DNSKEY).data());
        for (int i = 0; i < 3000; i++) {
            byte[] key = new byte[68];
            ByteBuffer.wrap(key)
                    .putInt(0x0100030d)
                    .putShort((short) (0x4000 + i))
                    .putShort((short) (0x4000 - i));
            keys.add(RecordData.ofWire(RecordType.DNSKEY, key));
        }
        zone = zone.with(new RecordSet(ORIGIN, RecordType.DNSKEY, new Ttl(3600), keys));
        int tag = ZoneKey.of(keys.getLast()).tag();
        for (int i = 0; i < 60; i++) {
            zone =
                    plus(
                            zone,
                            "mail.example.com 3600 RRSIG A 13 3 3600 20261201000000 202610010000%02d %d example.com. %s"
                                    .formatted(i, tag, "A".repeat(86) + "=="));
        }
        assertThat(new Keyring(keys).candidates(13, tag)).hasSize(4);
        assertThat(findings(zone, "mail.example.com")).hasSize(60);
    }

    @Test
    void manyRecordsUnderManySignaturesEnd() {
        var data = new ArrayList<RecordData>();
        for (int i = 0; i < 20_000; i++) {
            data.add(RecordData.ofWire(RecordType.A, ByteBuffer.allocate(4).putInt(i).array()));
        }
        var owner = DomainName.of("mail.example.com");
        var zone = signed(BY_NAME).with(new RecordSet(owner, RecordType.A, new Ttl(3600), data));
        for (int i = 0; i < 60; i++) {
            zone =
                    plus(
                            zone,
                            "mail.example.com 3600 RRSIG A 13 3 3600 20261201000000 202610010000%02d %d example.com. %s"
                                    .formatted(i, SignedZones.ZSK.tag(), "A".repeat(86) + "=="));
        }
        assertThat(findings(zone)).hasSize(61);
    }

    /// The longest name there is leaves no room for a hash in front of it.
    @Test
    void aZoneTooLongForHashesIsJudged() {
        String label = "a".repeat(61) + ".";
        var origin = DomainName.of(label.repeat(4));
        var records =
                SignedZones.PLAIN.recordSetsAt(ORIGIN).stream()
                        .map(set -> set.withOwner(origin))
                        .flatMap(set -> set.records().stream())
                        .toList();
        var zone =
                ZoneSigner.with(BY_NAME, SignedZones.KSK, SignedZones.ZSK)
                        .sign(Zone.of(origin, records));
        var hashed =
                zone.without(origin, RecordType.NSEC)
                        .with(
                                new RecordSet(
                                        origin,
                                        RecordType.NSEC3PARAM,
                                        new Ttl(0),
                                        List.of(RecordData.of(RecordType.NSEC3PARAM, "1 0 0 -"))));
        assertThat(findings(hashed)).anyMatch(found -> found.contains("no NSEC3 record for"));
        assertThatCode(() -> findings(hashed, origin.toString())).doesNotThrowAnyException();
    }
}
