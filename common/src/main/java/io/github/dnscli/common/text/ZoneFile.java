package io.github.dnscli.common.text;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.ResourceRecord;
import java.util.List;

/// A zone file as read: its records with their places, and what is wrong with the rest. What could not be
/// understood is missing from the records and stands among the findings.
///
/// @param source the text
/// @param options what the reader was told
/// @param records in the order of the file, repetitions included
/// @param directives in the order of the file
/// @param findings in the order of the file
public record ZoneFile(
        Source source,
        ReaderOptions options,
        List<PlacedRecord> records,
        List<Directive> directives,
        List<Finding> findings) {

    /// Copies the lists.
    public ZoneFile {
        records = List.copyOf(records);
        directives = List.copyOf(directives);
        findings = List.copyOf(findings);
    }

    /// {@return the zone's name, as the reader was told}
    public DomainName origin() {
        return options.origin();
    }

    /// {@return the records without their places}
    public List<ResourceRecord> plainRecords() {
        return records.stream().map(PlacedRecord::record).toList();
    }

    /// {@return whether there is nothing in the file: no record, and nothing that tries to be one}
    public boolean isEmpty() {
        return records.isEmpty()
                && findings.stream().allMatch(f -> f.check().equals(SyntaxChecks.EMPTY_FILE));
    }

    /// {@return whether part of the text could not be understood}
    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }
}
