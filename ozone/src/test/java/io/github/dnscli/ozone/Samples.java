package io.github.dnscli.ozone;

import io.github.dnscli.common.check.PolicyChecks;
import io.github.dnscli.common.check.StructureChecks;
import io.github.dnscli.common.check.SuccessionChecks;
import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.finding.Report;
import io.github.dnscli.common.finding.Severity;
import io.github.dnscli.common.finding.Subject;
import io.github.dnscli.common.key.KeyFile;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.common.text.SyntaxChecks;
import io.github.dnscli.common.zone.RecordChange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What may come of a file, of every kind, with names and messages that nobody would choose.
final class Samples {

    static final DomainName ZONE = DomainName.of("example.com");

    /// A name of a file in which every notation finds something to escape.
    static final String NASTY = "a b/100%, \"x\":\n\u001b[31m é\ud83d\ude00;#?";

    private static final ResourceRecord RECORD =
            ResourceRecord.of("www.example.com", 300, RecordType.A, "192.0.2.80");

    private Samples() {}

    /// {@return one file of each kind}
    static List<Inspected> all() {
        return List.of(
                zone("clean.zone"),
                nasty(),
                new Inspected.Unfinished(zone("new.zone"), "'old.zone': no such file or folder"),
                changed("changed.zone", Optional.of(new SerialRepair.Kept("it is newer already"))),
                changed("raised.zone", raised()),
                changed(
                        "refused.zone",
                        Optional.of(new SerialRepair.Refused("the zone has errors"))),
                removed(),
                keys(),
                new Inspected.Unreadable(NASTY, "'" + NASTY + "': no such file or folder"),
                new Inspected.PassedOver("README.md", "it holds no zone"));
    }

    private static Optional<SerialRepair> raised() {
        return Optional.of(new SerialRepair.Raised(new Serial(1), new Serial(4_294_967_295L)));
    }

    static Inspected.JudgedZone zone(String file, Remark... remarks) {
        return new Inspected.JudgedZone(file, ZONE, List.of(remarks), List.of(), Optional.empty());
    }

    private static Inspected.JudgedZone changed(String file, Optional<SerialRepair> repair) {
        var changes =
                List.<RecordChange>of(
                        new RecordChange.Added(RECORD),
                        new RecordChange.Removed(RECORD),
                        new RecordChange.Retimed(RECORD, new Ttl(60)));
        return new Inspected.JudgedZone(file, ZONE, List.of(), changes, repair);
    }

    private static Inspected removed() {
        var finding = SuccessionChecks.ZONE_REMOVED.at(Place.wholeOf("gone.zone"), "it is gone");
        return new Inspected.RemovedZone(
                "gone.zone",
                ZONE,
                List.of(new Remark(finding, Optional.empty())),
                List.of(new RecordChange.Removed(RECORD)));
    }

    private static Inspected keys() {
        var finding = KeyFile.KEY_RECORD.at(new Place("_keys", 3, 0), "line is no key");
        return new Inspected.JudgedKeys("_keys", 2, List.of(new Remark(finding, Optional.empty())));
    }

    /// {@return a zone whose file and findings want escapes in every format}
    static Inspected.JudgedZone nasty() {
        var source =
                source(NASTY, "www\tA \"a%\u0001\ud83d\ude00\" ; x\nmail MX 10 \u6f22\u5b57\n");
        return zone(
                NASTY,
                remark(
                        source,
                        SyntaxChecks.BAD_RDATA,
                        1,
                        7,
                        "'\"a%\u0001\ud83d\ude00\ud83d' is 100% \\wrong:\r\n::error::, isn't it"),
                remark(source, StructureChecks.MISSING_ADDRESS, 2, 9, "no address"),
                new Remark(
                        PolicyChecks.EMPTY_TXT.at(new Place(NASTY, 2, 0), "a whole line"),
                        Optional.empty()));
    }

    static Source source(String name, String text) {
        return new Source(text.getBytes(StandardCharsets.UTF_8), name);
    }

    static Remark remark(Source source, Check check, int line, int column, String message) {
        var finding =
                check.at(new Place(source.name(), line, column), message)
                        .withHint("look at 50%: " + message)
                        .about(new Subject("www.example.com.", "A"));
        return remark(source, finding);
    }

    static Remark remark(Source source, Finding finding) {
        return Remark.on(List.of(source), new Report(List.of(finding))).getFirst();
    }

    /// {@return a zone with as many findings as one likes}
    static Inspected.JudgedZone many(int count) {
        var source = source("many.zone", "www A 192.0.2.800\n");
        var finding = SyntaxChecks.BAD_RDATA.at(new Place("many.zone", 1, 7), "a bad address");
        var remarks = new ArrayList<Remark>(count);
        for (int i = 0; i < count; i++) {
            remarks.add(remark(source, i % 2 == 0 ? finding : finding.as(Severity.NOTE)));
        }
        return zone("many.zone", remarks.toArray(Remark[]::new));
    }
}
