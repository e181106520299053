package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.ledger.KnownCertificate;
import io.github.dnscli.certifier.ledger.RequestStanding;
import io.github.dnscli.common.finding.SafeText;
import io.github.dnscli.oserve.status.Age;
import io.github.dnscli.oserve.status.Columns;
import io.github.dnscli.oserve.status.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A report on requests as people read it.
record StandingsText(StandingsReport report) {

    /// {@return the text, with its last line end}
    static String of(StandingsReport report) {
        var text = new StandingsText(report);
        return Stream.of(text.facts(), text.attention(), text.table())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String facts() {
        var facts = new Facts();
        facts.add(
                "certifier",
                report.process().map(id -> "running, process " + id).orElse("not running"));
        facts.add("requests", requests());
        return facts.text();
    }

    private String requests() {
        var all = report.standings().requests();
        var phases =
                all.stream()
                        .collect(
                                Collectors.groupingBy(
                                        RequestStanding::phase,
                                        TreeMap::new,
                                        Collectors.counting()));
        String parts =
                phases.entrySet().stream()
                        .map(phase -> phase.getKey().word() + ": " + phase.getValue())
                        .collect(Collectors.joining(", "));
        return all.size() + (parts.isEmpty() ? "" : ", " + parts);
    }

    private String attention() {
        return report.attention().stream()
                .map(line -> "! " + SafeText.of(line) + "\n")
                .collect(Collectors.joining());
    }

    private String table() {
        var columns =
                new Columns("NAMES", "PHASE", "EXPIRES", "RENEWAL", "ORDERS", "NEXT TRY", "SERIAL");
        for (var request : report.standings().requests()) {
            columns.row(
                    StandingsReport.names(request),
                    request.phase().word(),
                    in(request.certificate().map(KnownCertificate::notAfter)),
                    in(request.renewal()),
                    Integer.toString(request.orders()),
                    in(request.nextTry()),
                    request.certificate().map(StandingsText::serial).orElse("-"));
        }
        return columns.text();
    }

    private static String serial(KnownCertificate known) {
        return known.serial() + (known.revoked() ? ", revoked" : "");
    }

    private String in(Optional<Instant> time) {
        return time.map(
                        at ->
                                at.isAfter(report.now())
                                        ? "in " + Age.of(Duration.between(report.now(), at))
                                        : Age.of(Duration.between(at, report.now())) + " ago")
                .orElse("-");
    }
}
