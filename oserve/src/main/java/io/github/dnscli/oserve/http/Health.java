package io.github.dnscli.oserve.http;

import io.github.dnscli.oserve.status.StatusReport;
import java.util.ArrayList;
import java.util.List;

/// Whether a server does what it is for. What merely asks for attention, such as a zone with errors of which an older
/// version is served, does not count: no restart would mend it.
///
/// @param reasons why it does not, for people; none if it does
record Health(List<String> reasons) {

    /// Copies the list.
    Health {
        reasons = List.copyOf(reasons);
    }

    static Health of(StatusReport report) {
        var reasons = new ArrayList<String>();
        if (report.zones().stream().allMatch(zone -> zone.serial().isEmpty())) {
            reasons.add("no zone is served");
        }
        report.diskTrouble().ifPresent(reasons::add);
        return new Health(reasons);
    }

    boolean isGood() {
        return reasons.isEmpty();
    }

    /// {@return a line for each reason, or that all is well; without the last line's end}
    String text() {
        return isGood() ? "ok" : String.join("\n", reasons);
    }
}
