package io.github.dnscli.oserve.check;

import io.github.dnscli.cli.Console;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.oserve.check.CheckReport.ZoneReport;

/// Shows people what a server would begin with: findings and what follows from them, on standard output.
///
/// @param console where to
record CheckView(Console console) {

    void show(CheckReport report) {
        report.zones().forEach(this::show);
        report.remarks().forEach(console::answer);
        report.obstacles().stream()
                .filter(obstacle -> !report.remarks().contains(obstacle))
                .forEach(console::answer);
        report.unreadable().forEach(console::error);
        console.confirm(sum(report));
    }

    private void show(ZoneReport zone) {
        zone.lines().forEach(console::answer);
        String name = "zone '" + zone.zone().display() + "' would ";
        String serial = zone.serial().map(Serial::toString).orElse("none");
        if (zone.isCurrent()) {
            console.info(name + "be served: serial " + serial);
        } else {
            boolean isKept = zone.serial().isPresent();
            console.answer(
                    name + (isKept ? "stay as it was, at serial " + serial : "not be served"));
        }
    }

    private static String sum(CheckReport report) {
        long served = report.served();
        return "zones served: %s, not served: %s; keys known: %s"
                .formatted(served, report.zones().size() - served, report.keys());
    }
}
