package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.text.PlacedRecord;
import io.github.dnscli.common.text.ZoneFile;
import io.github.dnscli.common.zone.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges a zone file: what the reader could not understand, what the assembled zone does not show any more (records
/// outside it, repetitions, different TTLs in one set), and the zone itself.
public final class ZoneFileChecks {

    private record DataName(DomainName owner, RecordData data) {}

    private record SetName(DomainName owner, RecordType type) {}

    private final ZoneFile file;
    private final Map<DataName, PlacedRecord> firstOfData = new HashMap<>();
    private final Map<SetName, PlacedRecord> firstOfSet = new HashMap<>();
    private final List<Finding> findings;

    private ZoneFileChecks(ZoneFile file) {
        this.file = file;
        this.findings = new ArrayList<>(file.findings());
    }

    /// {@return the zone in a file, and everything that is wrong with it}
    public static CheckedZone judge(ZoneFile file, Circumstances circumstances) {
        return new ZoneFileChecks(file).run(circumstances);
    }

    private CheckedZone run(Circumstances circumstances) {
        file.records().forEach(this::judge);
        var zone = Zone.of(file.origin(), file.plainRecords());
        if (!file.isEmpty()) {
            findings.addAll(ZoneChecks.judge(zone, Scope.WHOLE, circumstances, new FilePlaces()));
        }
        return new CheckedZone(zone, new FilePlaces(), findings);
    }

    private final class FilePlaces implements RecordPlaces {

        @Override
        public Place of(ResourceRecord record) {
            return placed(record).map(PlacedRecord::dataPlace).orElseGet(this::whole);
        }

        @Override
        public Place ofOwner(ResourceRecord record) {
            return placed(record).map(PlacedRecord::place).orElseGet(this::whole);
        }

        @Override
        public Place whole() {
            return Place.wholeOf(file.source().name());
        }

        private Optional<PlacedRecord> placed(ResourceRecord record) {
            return Optional.ofNullable(
                    firstOfData.get(new DataName(record.owner(), record.data())));
        }
    }

    private void judge(PlacedRecord placed) {
        if (!placed.owner().isAtOrBelow(file.origin())) {
            findings.add(
                    StructureChecks.OUT_OF_ZONE
                            .at(
                                    placed.place(),
                                    "'%s' is not in zone '%s'"
                                            .formatted(
                                                    placed.owner().display(),
                                                    file.origin().display()))
                            .withHint("a name without a final dot is relative to the origin"));
            return;
        }
        judgeRepetition(placed);
        judgeTtl(placed);
    }

    private void judgeRepetition(PlacedRecord placed) {
        var first =
                firstOfData.putIfAbsent(
                        new DataName(placed.owner(), placed.record().data()), placed);
        if (first != null) {
            findings.add(
                    StructureChecks.DUPLICATE_RECORD.at(
                            placed.place(),
                            "this %s record of '%s' stands on line %d already"
                                    .formatted(
                                            placed.type(),
                                            placed.owner().display(),
                                            first.place().line())));
        }
    }

    private void judgeTtl(PlacedRecord placed) {
        var first = firstOfSet.putIfAbsent(new SetName(placed.owner(), placed.type()), placed);
        if (first != null && !first.record().ttl().equals(placed.record().ttl())) {
            findings.add(
                    StructureChecks.TTL_MISMATCH
                            .at(
                                    placed.place(),
                                    "TTL %s differs from the %s of the first %s record of '%s' on line %d"
                                            .formatted(
                                                    placed.record().ttl(),
                                                    first.record().ttl(),
                                                    placed.type(),
                                                    placed.owner().display(),
                                                    first.place().line()))
                            .withHint("records of one set share a TTL; the first is used"));
        }
    }
}
