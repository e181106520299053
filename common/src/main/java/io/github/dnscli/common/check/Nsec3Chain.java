package io.github.dnscli.common.check;

import static io.github.dnscli.common.check.SignatureChecks.DNSSEC_CHAIN;

import io.github.dnscli.common.dnssec.HashLabel;
import io.github.dnscli.common.dnssec.Nsec3;
import io.github.dnscli.common.dnssec.Nsec3Hash;
import io.github.dnscli.common.dnssec.Nsec3Parameters;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.zone.Zone;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;

/// All NSEC3 records of one chain of a zone: their hashes in order, in one array, since there may be millions.
final class Nsec3Chain implements HashChain {

    private final Zone zone;
    private final Nsec3Parameters parameters;
    private byte[] hashes = new byte[64 * Nsec3Hash.LENGTH];
    private int count;
    private final BitSet optOut = new BitSet();

    /// Which records belong to a name. Judges on all cores set it, each its own elements and only to true.
    private boolean[] used = new boolean[0];

    private Nsec3Chain(Zone zone, Nsec3Parameters parameters) {
        this.zone = zone;
        this.parameters = parameters;
    }

    /// {@return the chain; what is wrong with its links and owners is reported}
    static Nsec3Chain of(Zone zone, Nsec3Parameters parameters, Findings findings) {
        var chain = new Nsec3Chain(zone, parameters);
        var links = new Links(findings);
        zone.recordSets()
                .filter(set -> set.type().equals(RecordType.NSEC3))
                .forEach(set -> chain.take(set, links, findings));
        links.close();
        chain.used = new boolean[chain.count];
        return chain;
    }

    private void take(RecordSet set, Links links, Findings findings) {
        int before = count;
        for (var record : set.records()) {
            var nsec3 = Nsec3.of(record.data());
            if (nsec3.parameters().equals(parameters)) {
                var hash = hash(set.owner());
                if (hash.isEmpty()) {
                    report(record, "NSEC3 at '" + display(set) + "', which is no hash", findings);
                } else if (count > before) {
                    report(record, "'" + display(set) + "' has several NSEC3 records", findings);
                } else {
                    add(hash.get(), nsec3);
                    links.step(record);
                }
            }
        }
    }

    private Optional<byte[]> hash(DomainName owner) {
        return owner.labelCount() == zone.origin().labelCount() + 1
                ? HashLabel.hash(owner)
                : Optional.empty();
    }

    private void add(byte[] hash, Nsec3 nsec3) {
        int end = (count + 1) * Nsec3Hash.LENGTH;
        if (end > hashes.length) {
            hashes = Arrays.copyOf(hashes, hashes.length * 2);
        }
        System.arraycopy(hash, 0, hashes, count * Nsec3Hash.LENGTH, Nsec3Hash.LENGTH);
        optOut.set(count++, nsec3.isOptOut());
    }

    /// {@return whether insecure delegations may be missing somewhere}
    boolean optsOut() {
        return !optOut.isEmpty();
    }

    @Override
    public Optional<RecordSet> find(byte[] hash) {
        int index = search(hash);
        if (index < 0) {
            return Optional.empty();
        }
        used[index] = true;
        return set(index);
    }

    private Optional<RecordSet> set(int index) {
        return zone.recordSet(owner(index), RecordType.NSEC3);
    }

    private DomainName owner(int index) {
        int start = index * Nsec3Hash.LENGTH;
        return HashLabel.owner(
                Arrays.copyOfRange(hashes, start, start + Nsec3Hash.LENGTH), zone.origin());
    }

    @Override
    public Optional<String> strictCover(byte[] hash) {
        if (count == 0) {
            return Optional.empty();
        }
        int before = -search(hash) - 2;
        int index = before < 0 ? count - 1 : before;
        return optOut.get(index) ? Optional.empty() : Optional.of(owner(index).display());
    }

    private int search(byte[] hash) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int start = middle * Nsec3Hash.LENGTH;
            int order =
                    Arrays.compareUnsigned(
                            hashes, start, start + Nsec3Hash.LENGTH, hash, 0, hash.length);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    /// Reports the records that no name of the zone has asked for.
    void judgeUnused(Findings findings) {
        for (int i = 0; i < count; i++) {
            if (!used[i]) {
                set(i).ifPresent(
                                set ->
                                        report(
                                                set.records().getFirst(),
                                                "NSEC3 at '"
                                                        + display(set)
                                                        + "' is the hash of no name in the zone",
                                                findings));
            }
        }
    }

    /// Reports records that belong to none of a zone's chains.
    static void judgeForeign(Zone zone, Set<Nsec3Parameters> known, Findings findings) {
        zone.recordSets()
                .filter(set -> set.type().equals(RecordType.NSEC3))
                .flatMap(set -> set.records().stream())
                .forEach(
                        record -> {
                            var parameters = Nsec3.of(record.data()).parameters();
                            if (!known.contains(parameters)) {
                                report(
                                        record,
                                        "NSEC3 at '"
                                                + record.owner().display()
                                                + "' has parameters '"
                                                + parameters
                                                + "', which no NSEC3PARAM record has",
                                        findings);
                            }
                        });
    }

    private static void report(ResourceRecord record, String message, Findings findings) {
        findings.add(DNSSEC_CHAIN, record, message, SignatureJudge.SIGN_AGAIN);
    }

    private static String display(RecordSet set) {
        return set.owner().display();
    }

    /// Follows the chain from hash to hash.
    private static final class Links {

        private final Findings findings;
        private Optional<ResourceRecord> first = Optional.empty();
        private Optional<ResourceRecord> last = Optional.empty();

        Links(Findings findings) {
            this.findings = findings;
        }

        void step(ResourceRecord record) {
            last.ifPresent(previous -> judge(previous, record));
            last = Optional.of(record);
            first = first.or(() -> last);
        }

        void close() {
            last.ifPresent(record -> judge(record, first.orElseThrow()));
        }

        private void judge(ResourceRecord record, ResourceRecord following) {
            byte[] next = Nsec3.of(record.data()).next();
            byte[] expected = HashLabel.hash(following.owner()).orElseThrow();
            if (!Arrays.equals(next, expected)) {
                report(
                        record,
                        "NSEC3 at '"
                                + record.owner().display()
                                + "' points to '"
                                + HashLabel.text(next)
                                + "', and the next hash is '"
                                + HashLabel.text(expected)
                                + "'",
                        findings);
            }
        }
    }
}
