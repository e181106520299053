package io.github.dnscli.common.dnssec;

import io.github.dnscli.common.record.RecordData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// The keys of a zone: those of the DNSKEY records at its apex. Can be used by several threads at once.
public final class Keyring {

    /// How many keys with the tag and algorithm of a signature are tried. Tags are checksums, and keys that share one
    /// can be made at will, to make validators work (CVE-2023-50387).
    private static final int MAX_CANDIDATES = 4;

    private record Label(int algorithm, int tag) {}

    private final List<ZoneKey> keys = new ArrayList<>();
    private final Map<Label, List<ZoneKey>> byLabel = new HashMap<>();
    private final Map<ZoneKey, DecodedKey> decoded = new ConcurrentHashMap<>();

    /// Makes a ring of keys.
    ///
    /// @param data of DNSKEY records
    public Keyring(List<RecordData> data) {
        for (var each : data) {
            var key = ZoneKey.of(each);
            keys.add(key);
            var candidates =
                    byLabel.computeIfAbsent(
                            new Label(key.algorithm(), key.tag()), _ -> new ArrayList<>());
            if (candidates.size() < MAX_CANDIDATES) {
                candidates.add(key);
            }
        }
    }

    /// {@return all keys, in the order of their records}
    public List<ZoneKey> keys() {
        return List.copyOf(keys);
    }

    /// {@return the keys that a signature may be meant to be by}
    public List<ZoneKey> candidates(RecordSignature signature) {
        return candidates(signature.algorithm(), signature.keyTag());
    }

    /// {@return the keys of an algorithm and tag}
    public List<ZoneKey> candidates(int algorithm, int tag) {
        return byLabel.getOrDefault(new Label(algorithm, tag), List.of());
    }

    /// {@return the algorithms by which everything in the zone is to be signed (RFC 4035 §2.2, RFC 6840 §5.11): those of
    /// zone keys that have not been revoked}
    public SortedSet<Integer> algorithms() {
        var algorithms = new TreeSet<Integer>();
        for (var key : keys) {
            if (key.isZoneKey() && !key.isRevoked()) {
                algorithms.add(key.algorithm());
            }
        }
        return algorithms;
    }

    /// {@return what can be done with one of the keys}
    public DecodedKey decode(ZoneKey key) {
        return decoded.computeIfAbsent(key, KeyDecoder::decode);
    }
}
