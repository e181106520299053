package io.github.dnscli.ozone.fuzz;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.check.Circumstances;
import io.github.dnscli.common.check.ZoneFileChecks;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.text.ReaderOptions;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.common.text.ZoneFile;
import io.github.dnscli.common.text.ZoneReader;
import io.github.dnscli.common.text.ZoneWriter;
import io.github.dnscli.common.zone.Zone;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What must hold of any octets whatsoever that somebody calls a zone file.
final class Endurance {

    private static final DomainName ORIGIN = DomainName.of("example.com");
    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

    /// No check may take longer over one of our inputs, which are small.
    private static final Duration LIMIT = Duration.ofSeconds(2);

    /// The reader says a thousand things, and the rules a thousand for each check; then they say that there are more.
    private static final long FINDINGS = 1001;

    private Endurance() {}

    /// {@return how long the judgement took, in nanoseconds, be that short or long}
    static long proveOnce(byte[] octets) {
        long start = System.nanoTime();
        var file = read(octets);
        var findings = ZoneFileChecks.judge(file, Circumstances.at(NOW)).findings();
        long time = System.nanoTime() - start;
        assertFew(findings);
        int lines = lines(octets);
        findings.forEach(finding -> assertGood(finding, lines));
        if (findings.stream().noneMatch(Finding::isError)) {
            assertWrittenAlike(file);
        }
        return time;
    }

    /// {@return how long the judgement took, in nanoseconds}; where that was too long, the machine may have been busy with
    /// other things, so the judgement is made again, and what counts is the time of the processors
    ///
    /// @throws AssertionError if something does not hold, or the judgement is slow
    static long prove(byte[] octets) {
        return prove(octets, LIMIT);
    }

    /// Proves it while the fuzzer watches, which takes some ten times as long.
    ///
    /// @throws AssertionError if something does not hold, or the judgement is slow even for that
    static void proveUnderWatch(byte[] octets) {
        prove(octets, LIMIT.multipliedBy(10));
    }

    private static long prove(byte[] octets, Duration limit) {
        long time = proveOnce(octets);
        if (time > limit.toNanos()) {
            var before = processors();
            time = proveOnce(octets);
            assertThat(processors().minus(before)).as("processor time").isLessThan(limit);
        }
        return time;
    }

    /// {@return what this process has had of the processors}
    private static Duration processors() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static ZoneFile read(byte[] octets) {
        return ZoneReader.read(new Source(octets, "zone"), ReaderOptions.forZone(ORIGIN));
    }

    private static int lines(byte[] octets) {
        int lines = 1;
        for (byte octet : octets) {
            lines += octet == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static void assertFew(List<Finding> findings) {
        findings.stream()
                .collect(groupingBy(finding -> finding.check().id(), counting()))
                .forEach(
                        (check, count) ->
                                assertThat(count).as(check).isLessThanOrEqualTo(FINDINGS));
    }

    /// It stands within the file, and a terminal would not obey it.
    private static void assertGood(Finding finding, int lines) {
        assertThat(finding.place().line()).as(finding.toString()).isBetween(0, lines);
        assertThat(finding.message() + finding.hint())
                .isNotBlank()
                .matches(
                        text -> text.chars().noneMatch(Character::isISOControl), "without controls")
                .hasSizeLessThan(2000);
    }

    private static void assertWrittenAlike(ZoneFile file) {
        var zone = Zone.of(ORIGIN, file.plainRecords());
        var text = ZoneWriter.write(ORIGIN, zone.recordSets().toList());
        var again = read(text.getBytes(StandardCharsets.US_ASCII));
        assertThat(again.findings()).as(text).isEmpty();
        assertThat(records(Zone.of(ORIGIN, again.plainRecords()))).isEqualTo(records(zone));
    }

    private static Set<ResourceRecord> records(Zone zone) {
        var records = new HashSet<ResourceRecord>();
        zone.recordSets().forEach(set -> records.addAll(set.records()));
        return records;
    }
}
