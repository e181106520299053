package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.zone.Zone;
import java.util.List;

/// Shows names of a zone to the rules that they may concern; a large zone is shared out to all cores.
final class RuleWalk {

    private final Zone zone;
    private final List<NameRule> rules;

    RuleWalk(Zone zone, List<NameRule> rules) {
        this.zone = zone;
        this.rules = rules;
    }

    /// Shows the names in scope to the rules.
    void judge(Scope scope, Findings findings) {
        switch (scope) {
            case Scope.Whole _ -> Parts.judge(zone.nameCount(), findings, this::judgePart);
            case Scope.Touched(var names) -> judgeTouched(TouchedNames.of(zone, names), findings);
        }
    }

    private void judgePart(int part, int parts, Findings findings) {
        var table = new RuleTable(rules);
        for (var name : zone.names(part, parts)) {
            judge(new NameInZone(zone, name), table, findings);
        }
    }

    private void judgeTouched(Iterable<DomainName> names, Findings findings) {
        var table = new RuleTable(rules);
        for (var name : names) {
            judge(new NameInZone(zone, name), table, findings);
        }
    }

    private static void judge(NameInZone at, RuleTable table, Findings findings) {
        if (at.types() == 0) {
            return;
        }
        var concerned = table.rules(at);
        for (int i = 0; i < concerned.size(); i++) {
            concerned.get(i).judge(at, findings);
        }
    }
}
