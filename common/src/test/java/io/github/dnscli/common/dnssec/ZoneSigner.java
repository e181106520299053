package io.github.dnscli.common.dnssec;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.zone.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Signs zones for tests, plainly and slowly.
///
/// @param keys each signs everything, but keys with flags 257 only the DNSKEY set unless there is no other
public record ZoneSigner(
        List<SigningKey> keys, Denial denial, boolean zonemd, Instant begin, Instant end) {

    public static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    /// How absence is proved.
    public sealed interface Denial {
        record ByName() implements Denial {}

        record ByHash(int iterations, String salt, boolean optOut) implements Denial {}

        record Both(ByHash hash) implements Denial {}
    }

    public static ZoneSigner with(Denial denial, SigningKey... keys) {
        return new ZoneSigner(
                List.of(keys),
                denial,
                false,
                NOW.minus(Duration.ofDays(1)),
                NOW.plus(Duration.ofDays(30)));
    }

    public ZoneSigner withZonemd() {
        return new ZoneSigner(keys, denial, true, begin, end);
    }

    public ZoneSigner ending(Instant other) {
        return new ZoneSigner(keys, denial, zonemd, begin, other);
    }

    /// {@return the zone with keys, chain and signatures}
    public Zone sign(Zone plain) {
        var origin = plain.origin();
        var zone =
                plain.with(
                        set(
                                origin,
                                RecordType.DNSKEY,
                                3600,
                                keys.stream().map(SigningKey::dnskey).toList()));
        if (zonemd) {
            zone = withDigest(zone, new byte[48]);
        }
        zone =
                switch (denial) {
                    case Denial.ByName _ -> chainByName(zone);
                    case Denial.ByHash hash -> chainByHash(zone, hash);
                    case Denial.Both(var hash) ->
                            chainByHash(chainByName(withParameters(zone, hash)), hash);
                };
        var signed = signSets(zone);
        return zonemd ? digested(signed) : signed;
    }

    /// The signature of the digest is the only one that the digest is not about.
    private Zone digested(Zone signed) {
        var zone = withDigest(signed, ZoneHash.SHA384.of(signed));
        var origin = zone.origin();
        var digest = zone.recordSet(origin, RecordType.ZONEMD).orElseThrow();
        var signatures = zone.recordSet(origin, RecordType.RRSIG).orElseThrow();
        var data =
                signatures.data().stream()
                        .filter(d -> !d.text().startsWith("ZONEMD "))
                        .collect(Collectors.toCollection(ArrayList::new));
        signatures(digest, origin).forEach(record -> data.add(record.data()));
        return zone.with(new RecordSet(origin, RecordType.RRSIG, signatures.ttl(), data));
    }

    private static Zone withDigest(Zone zone, byte[] digest) {
        String text = zone.serial().orElseThrow() + " 1 1 " + HexFormat.of().formatHex(digest);
        return zone.with(
                set(
                        zone.origin(),
                        RecordType.ZONEMD,
                        3600,
                        List.of(RecordData.of(RecordType.ZONEMD, text))));
    }

    private static RecordSet set(
            DomainName owner, RecordType type, int ttl, List<RecordData> data) {
        return new RecordSet(owner, type, new Ttl(ttl), data);
    }

    private Zone signSets(Zone zone) {
        var signatures = new ArrayList<ResourceRecord>(zone.records().toList());
        zone.recordSets()
                .filter(set -> isOwn(zone, set))
                .forEach(set -> signatures.addAll(signatures(set, zone.origin())));
        return Zone.of(zone.origin(), signatures);
    }

    public List<ResourceRecord> signatures(RecordSet set, DomainName origin) {
        return signers(set.type()).stream().map(key -> key.sign(set, origin, begin, end)).toList();
    }

    private List<SigningKey> signers(RecordType type) {
        boolean isKeys = type.equals(RecordType.DNSKEY);
        var signers = new ArrayList<SigningKey>();
        for (var key : keys) {
            boolean isAlone =
                    keys.stream().filter(k -> k.algorithm() == key.algorithm()).count() == 1;
            boolean isSep = (key.flags() & 1) == 1;
            if (isAlone || isSep == isKeys) {
                signers.add(key);
            }
        }
        return signers;
    }

    private static boolean isOwn(Zone zone, RecordSet set) {
        var cut = zone.cut(set.owner());
        if (set.type().equals(RecordType.RRSIG)) {
            return false;
        }
        return cut.isEmpty()
                || cut.get().equals(set.owner())
                        && (set.type().equals(RecordType.DS) || set.type().equals(RecordType.NSEC));
    }

    /// The names that have something to deny beside: own data, or a delegation.
    private static TreeSet<DomainName> names(Zone zone) {
        return zone.recordSets()
                .map(RecordSet::owner)
                .filter(name -> zone.cut(name).map(name::equals).orElse(true))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<RecordType> types(Zone zone, DomainName name) {
        return zone.recordSetsAt(name).stream()
                .filter(set -> isOwn(zone, set) || set.type().equals(RecordType.NS))
                .map(RecordSet::type)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String words(List<RecordType> types) {
        return types.stream().map(RecordType::toString).collect(Collectors.joining(" "));
    }

    /// RFC 4034 §4: records of denial have the TTL of negative answers.
    private static int minimum(Zone zone) {
        return (int) zone.soa().orElseThrow().minimum();
    }

    private static Zone chainByName(Zone zone) {
        var chained = zone;
        var names = List.copyOf(names(zone));
        for (int i = 0; i < names.size(); i++) {
            var types = types(zone, names.get(i));
            types.addAll(List.of(RecordType.RRSIG, RecordType.NSEC));
            String text = names.get((i + 1) % names.size()) + " " + words(types);
            chained =
                    chained.with(
                            set(
                                    names.get(i),
                                    RecordType.NSEC,
                                    minimum(zone),
                                    List.of(RecordData.of(RecordType.NSEC, text))));
        }
        return chained;
    }

    private static RecordData parameters(Denial.ByHash how) {
        return RecordData.of(RecordType.NSEC3PARAM, "1 0 " + how.iterations + " " + how.salt);
    }

    private static Zone withParameters(Zone zone, Denial.ByHash how) {
        return zone.with(
                set(zone.origin(), RecordType.NSEC3PARAM, minimum(zone), List.of(parameters(how))));
    }

    private static Zone chainByHash(Zone zone, Denial.ByHash how) {
        String fields = how.iterations + " " + how.salt;
        var chained = withParameters(zone, how);
        var hash = new Nsec3Hash(Nsec3Parameters.of(parameters(how)));
        var owners = new TreeMap<byte[], String>(Arrays::compareUnsigned);
        for (var name : names(chained)) {
            var types = types(chained, name);
            boolean isCut = chained.cut(name).isPresent();
            if (isCut && how.optOut && !types.contains(RecordType.DS)) {
                continue;
            }
            if (!isCut || types.size() > 1) {
                types.add(RecordType.RRSIG);
            }
            owners.put(hash.of(name), words(types));
            for (var above = name; !above.equals(zone.origin()); above = above.parent()) {
                owners.putIfAbsent(hash.of(above), "");
            }
        }
        for (byte[] owner : owners.keySet()) {
            var next = Optional.ofNullable(owners.higherKey(owner)).orElseGet(owners::firstKey);
            String text =
                    "1 %d %s %s %s"
                            .formatted(
                                    how.optOut ? 1 : 0,
                                    fields,
                                    HashLabel.text(next),
                                    owners.get(owner));
            chained =
                    chained.with(
                            set(
                                    HashLabel.owner(owner, zone.origin()),
                                    RecordType.NSEC3,
                                    minimum(zone),
                                    List.of(RecordData.of(RecordType.NSEC3, text))));
        }
        return chained;
    }
}
