package io.github.dnscli.common.check;

import io.github.dnscli.common.text.Allowances;
import io.github.dnscli.common.text.ZoneFile;
import java.util.ArrayList;

/// Judges a zone file: what the reader could not understand, what the assembled zone does not show any more (records
/// outside it, repetitions, different TTLs in one set), and the zone itself. What the file itself allows is left out.
public final class ZoneFileChecks {

    private ZoneFileChecks() {}

    /// {@return the zone in a file, and everything that is wrong with it}
    public static CheckedZone judge(ZoneFile file, Circumstances circumstances) {
        var zone = file.zone();
        var places = new FilePlaces(file);
        var findings = new ArrayList<>(file.findings());
        if (!file.isEmpty()) {
            var bounded = new Findings(places, circumstances);
            Parts.judge(
                    file.columns().nameCount(),
                    bounded,
                    (part, parts, found) -> new AssemblyRule(file, found).judge(part, parts));
            findings.addAll(bounded.toList());
            findings.addAll(ZoneChecks.judge(zone, Scope.WHOLE, circumstances, places));
        }
        return new CheckedZone(zone, places, Allowances.of(file).withoutAllowed(findings));
    }
}
