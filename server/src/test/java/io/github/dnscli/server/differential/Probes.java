package io.github.dnscli.server.differential;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.wire.Edns;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.Opcode;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.state.Peer.Protocol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Questions about zones, the same for a seed: at, between, below and beside their names, for every type.
final class Probes {

    private static final List<RecordType> TYPES =
            List.of(
                    RecordType.A,
                    RecordType.A,
                    RecordType.A,
                    RecordType.AAAA,
                    RecordType.TXT,
                    RecordType.NS,
                    RecordType.SOA,
                    RecordType.CNAME,
                    RecordType.DNAME,
                    RecordType.MX,
                    RecordType.SRV,
                    RecordType.DS,
                    RecordType.PTR,
                    RecordType.HTTPS,
                    RecordType.SVCB,
                    RecordType.NAPTR,
                    RecordType.ANY,
                    RecordType.of(65300),
                    RecordType.of(9999));

    private static final List<RecordType> RARE_TYPES =
            List.of(
                    RecordType.of(0),
                    RecordType.OPT,
                    RecordType.of(128),
                    RecordType.of(253),
                    RecordType.of(254),
                    RecordType.TSIG,
                    RecordType.TKEY,
                    RecordType.of(200),
                    RecordType.RRSIG,
                    RecordType.NSEC);

    private static final List<String> LABELS =
            List.of("x", "*", "a.*", "*.x", "h0", "x.y", "a", "ns1", "X", "l".repeat(63), "\\000");

    private static final List<RecordClass> RARE_CLASSES =
            List.of(RecordClass.CH, RecordClass.ANY, RecordClass.NONE, new RecordClass(4));

    private final Random random;
    private final List<Zone> zones;
    private final List<DomainName> names = new ArrayList<>();

    Probes(long seed, Collection<Zone> zones) {
        this.random = new Random(seed);
        this.zones = List.copyOf(zones);
        for (var zone : zones) {
            zone.names().forEach(name -> names.add(name.name()));
        }
    }

    /// {@return as many questions as wanted, each with an id of its own}
    ///
    /// @param count 1 to 65536
    List<Probe> take(int count) {
        var probes = new ArrayList<Probe>(count);
        for (int id = 0; id < count; id++) {
            probes.add(probe(id));
        }
        return probes;
    }

    private Probe probe(int id) {
        boolean isRare = random.nextInt(100) == 0;
        var type = isRare ? one(RARE_TYPES) : type();
        var recordClass = random.nextInt(200) == 0 ? one(RARE_CLASSES) : RecordClass.IN;
        var flags = random.nextInt(4) == 0 ? Set.of(Flag.RD, Flag.CD, Flag.AD) : Set.<Flag>of();
        var query =
                Message.request(id, Opcode.QUERY, new Question(name(), type, recordClass))
                        .withFlags(flags)
                        .withEdns(edns());
        return new Probe(query, random.nextInt(4) == 0 ? Protocol.TCP : Protocol.UDP);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /// Half of the questions are for something that is there.
    private RecordType type() {
        return one(TYPES);
    }

    private DomainName name() {
        var name = one(names);
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> name;
            case 4 -> spelledAnew(name);
            case 5, 6 -> below(name, one(LABELS));
            case 7 -> below(name.isRoot() ? name : name.parent(), one(LABELS));
            case 8 -> name.isRoot() ? name : name.parent();
            default -> longBelow(random.nextBoolean() ? name : one(zones).origin());
        };
    }

    private DomainName spelledAnew(DomainName name) {
        byte[] wire = name.wire();
        for (int i = 0; i < wire.length; i++) {
            boolean isLetter = (wire[i] | 0x20) >= 'a' && (wire[i] | 0x20) <= 'z';
            // Label lengths stay below 64, and so below the letters.
            wire[i] = (byte) (isLetter && random.nextBoolean() ? wire[i] ^ 0x20 : wire[i]);
        }
        return DomainName.ofWire(wire, 0, wire.length);
    }

    private static DomainName below(DomainName name, String labels) {
        return DomainName.parse(labels, name) instanceof ParsedName.Valid(var longer)
                ? longer
                : name;
    }

    private DomainName longBelow(DomainName name) {
        var longer = name;
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            longer = below(longer, "m".repeat(random.nextInt(1, 60)));
        }
        return longer;
    }

    private Optional<Edns> edns() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> Optional.empty();
            case 2 -> Optional.of(new Edns(512, 0, false, List.of()));
            case 3 -> Optional.of(new Edns(4096, 0, true, List.of()));
            default -> Optional.of(Edns.DEFAULT);
        };
    }
}
