package io.github.dnscli.common.check;

import io.github.dnscli.common.record.TypeBits;
import io.github.dnscli.common.zone.Zone;
import java.util.List;
import java.util.stream.IntStream;

/// Shows names of a zone to the rules that they may concern; a large zone is shared out to all cores.
final class RuleWalk {

    /// For fewer names it does not pay to wake others up.
    private static final int SMALL = 20_000;

    /// More parts than cores, so that none waits long for the last.
    private static final int PARTS_A_CORE = 4;

    private final Zone zone;
    private final List<NameRule> rules;

    /// For each rule the types it is about.
    private final int[] types;

    RuleWalk(Zone zone, List<NameRule> rules) {
        this.zone = zone;
        this.rules = rules;
        this.types = rules.stream().mapToInt(RuleWalk::types).toArray();
    }

    private static int types(NameRule rule) {
        return rule.types().isEmpty() ? -1 : TypeBits.of(rule.types());
    }

    /// Shows the names in scope to the rules. What is found comes out in the same order however many cores there are.
    void judge(Scope scope, Findings findings) {
        switch (scope) {
            case Scope.Whole _ -> judgeAll(findings);
            case Scope.Touched(var names) ->
                    TouchedNames.of(zone, names)
                            .forEach(name -> judge(new NameInZone(zone, name), findings));
        }
    }

    private void judgeAll(Findings findings) {
        int parts =
                zone.nameCount() < SMALL
                        ? 1
                        : PARTS_A_CORE * Runtime.getRuntime().availableProcessors();
        if (parts == 1) {
            judgePart(0, 1, findings);
        } else {
            IntStream.range(0, parts)
                    .parallel()
                    .mapToObj(part -> judgePart(part, parts, findings.another()))
                    .toList()
                    .forEach(findings::addAll);
        }
    }

    private Findings judgePart(int part, int parts, Findings findings) {
        for (var name : zone.names(part, parts)) {
            judge(new NameInZone(zone, name), findings);
        }
        return findings;
    }

    private void judge(NameInZone at, Findings findings) {
        int present = at.types();
        for (int i = 0; i < types.length; i++) {
            if ((present & types[i]) != 0) {
                rules.get(i).judge(at, findings);
            }
        }
    }
}
