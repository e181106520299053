package io.github.dnscli.common.text;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.zone.RecordColumns;
import io.github.dnscli.common.zone.Zone;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;

/// A zone file as read: its records with their places, and what is wrong with the rest. What could not be
/// understood is missing from the records and stands among the findings.
///
/// Records are kept flat, and made when somebody looks at them.
public final class ZoneFile {

    private final Source source;
    private final ReaderOptions options;
    private final RecordColumns columns;
    private final List<Segment> segments;
    private final List<Directive> directives;
    private final List<Finding> findings;
    private final boolean includesOthers;

    ZoneFile(
            Source source,
            ReaderOptions options,
            RecordColumns columns,
            List<Segment> segments,
            List<Directive> directives,
            List<Finding> findings,
            boolean includesOthers) {
        this.source = source;
        this.options = options;
        this.columns = columns;
        this.segments = List.copyOf(segments);
        this.directives = List.copyOf(directives);
        this.findings = List.copyOf(findings);
        this.includesOthers = includesOthers;
    }

    /// {@return the text}
    public Source source() {
        return source;
    }

    /// {@return what the reader was told}
    public ReaderOptions options() {
        return options;
    }

    /// {@return the zone's name, as the reader was told}
    public DomainName origin() {
        return options.origin();
    }

    /// {@return the records in columns, in the order of the file, repetitions included; not to be added to}
    public RecordColumns columns() {
        return columns;
    }

    /// {@return the records in the order of the file, repetitions included}
    public List<PlacedRecord> records() {
        return new View<>() {
            @Override
            public PlacedRecord get(int index) {
                return placed(index);
            }
        };
    }

    /// {@return the records without their places}
    public List<ResourceRecord> plainRecords() {
        return new View<>() {
            @Override
            public ResourceRecord get(int index) {
                return columns.record(index);
            }
        };
    }

    /// {@return a record and where it stands}
    ///
    /// @param number its number in the file, from 0
    public PlacedRecord placed(int number) {
        var segment = segment(number);
        return segment.isGenerated()
                ? PlacedRecord.generated(columns.record(number), segment, columns.mark(number))
                : PlacedRecord.read(columns.record(number), segment, columns.mark(number));
    }

    /// {@return whether a record stands in this text itself, where it can be changed: not in an included file, and not made by
    /// a `$GENERATE`}
    boolean isWrittenHere(int number) {
        return isWrittenHere(segment(number));
    }

    private boolean isWrittenHere(Segment segment) {
        return !segment.isGenerated() && segment.source() == source;
    }

    /// {@return the last record before another that stands in this text itself}
    Optional<Integer> lastWrittenHere(int before) {
        int end = before;
        for (int i = segmentNumber(before); i >= 0; i--) {
            if (end > segments.get(i).first() && isWrittenHere(segments.get(i))) {
                return Optional.of(end - 1);
            }
            end = segments.get(i).first();
        }
        return Optional.empty();
    }

    /// {@return the run of records that one belongs to}
    ///
    /// @param number its number; how many there are for what is in force at the end of the text
    Segment segment(int number) {
        return segments.get(segmentNumber(number));
    }

    private int segmentNumber(int number) {
        int low = 0;
        for (int high = segments.size() - 1; low < high; ) {
            int middle = (low + high + 1) >>> 1;
            if (segments.get(middle).first() <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// {@return whether it includes other files, or tries to: then its own text does not tell what is in it}
    public boolean includesOthers() {
        return includesOthers;
    }

    /// {@return the text, and those that records were included from}
    public Set<Source> sources() {
        var sources = new LinkedHashSet<Source>();
        sources.add(source);
        segments.forEach(segment -> sources.add(segment.source()));
        return sources;
    }

    /// {@return the records that stand in included files, or are made by a `$GENERATE`}: this text cannot be edited so that
    /// they change
    public List<ResourceRecord> writtenElsewhere() {
        var records = new ArrayList<ResourceRecord>();
        for (int i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            if (!isWrittenHere(segment)) {
                int end = i + 1 < segments.size() ? segments.get(i + 1).first() : columns.size();
                records.addAll(plainRecords().subList(segment.first(), end));
            }
        }
        return records;
    }

    /// {@return the zone that the records make}
    public Zone zone() {
        return Zone.of(origin(), columns);
    }

    /// {@return `$ORIGIN` and `$TTL` in the order of the file, those of included files left out}
    public List<Directive> directives() {
        return directives;
    }

    /// {@return what is wrong with the text, in the order of the file}
    public List<Finding> findings() {
        return findings;
    }

    /// {@return whether there is nothing in the file: no record, and nothing that tries to be one}
    public boolean isEmpty() {
        return columns.size() == 0
                && findings.stream().allMatch(f -> f.check().equals(SyntaxChecks.EMPTY_FILE));
    }

    /// {@return whether part of the text could not be understood}
    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }

    private abstract class View<T> extends AbstractList<T> implements RandomAccess {

        @Override
        public int size() {
            return columns.size();
        }
    }
}
