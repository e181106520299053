package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.TypeBits;
import io.github.dnscli.common.zone.Lookup;
import io.github.dnscli.common.zone.Zone;
import java.util.List;
import java.util.Set;

/// Aliases lead to something: neither to a name of the zone that does not exist, nor in a circle.
final class AliasTargetRule implements NameRule {

    private static final List<RecordType> TYPES = List.of(RecordType.CNAME, RecordType.DNAME);

    @Override
    public Set<RecordType> types() {
        return Set.copyOf(TYPES);
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        if (at.cut().isPresent() || at.subtreeAlias().isPresent()) {
            return;
        }
        for (var type : TYPES) {
            at.set(type).ifPresent(alias -> judge(at.zone(), alias, findings));
        }
    }

    private static void judge(Zone zone, RecordSet alias, Findings findings) {
        var target = alias.data().getFirst().target().orElseThrow();
        if (!target.isAtOrBelow(zone.origin()) || isEnd(zone, alias, target)) {
            return;
        }
        if (zone.lookup(target, RecordType.CNAME) instanceof Lookup.NoName) {
            findings.add(
                    StructureChecks.DANGLING_ALIAS,
                    alias,
                    "'"
                            + alias.owner().display()
                            + "' is an alias of '"
                            + target.display()
                            + "', which does not exist in this zone",
                    "correct the name, or remove the alias");
        } else {
            judgeChain(zone, alias, findings);
        }
    }

    /// Most aliases are of names with other records. For them this look-up is the only one.
    private static boolean isEnd(Zone zone, RecordSet alias, DomainName target) {
        if (alias.type().equals(RecordType.DNAME)) {
            return false;
        }
        int types = zone.types(target);
        return types != 0 && (types & TypeBits.of(RecordType.CNAME.value())) == 0;
    }

    private static void judgeChain(Zone zone, RecordSet alias, Findings findings) {
        switch (new AliasChain(zone, alias).run()) {
            case AliasChain.Ends _ -> {}
            case AliasChain.Circle(var first, var others) ->
                    findings.add(
                            StructureChecks.CNAME_LOOP,
                            first,
                            "alias '"
                                    + first.owner().display()
                                    + "' leads back to itself"
                                    + byWayOf(others),
                            "have it lead to the host itself");
            case AliasChain.Endless(int steps) ->
                    findings.add(
                            StructureChecks.CNAME_LOOP,
                            alias,
                            "alias '"
                                    + alias.owner().display()
                                    + "' leads to more than "
                                    + steps
                                    + " others, one after the other",
                            "have it lead to the host itself; resolvers give up after a dozen");
        }
    }

    private static String byWayOf(List<DomainName> others) {
        if (others.isEmpty()) {
            return "";
        }
        int shown = Math.min(others.size(), 3);
        var names =
                others.subList(0, shown).stream().map(name -> "'" + name.display() + "'").toList();
        int rest = others.size() - shown;
        return " by way of "
                + String.join(", ", names)
                + (rest > 0 ? " and " + rest + " more" : "");
    }
}
