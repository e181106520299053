package io.github.dnscli.common.request;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.zone.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Applies the steps of an incremental transfer to a zone, set by set; what is not touched is not looked at. A step that
/// takes away what is not there, or adds what is, shows that the versions differ in more than their serials.
final class StepApplication {

    private record SetName(DomainName owner, RecordType type) {}

    /// A set that changes. The TTL is that of the record added last; taking records away leaves it.
    private static final class Changing {
        private final TreeSet<RecordData> data = new TreeSet<>();
        private Ttl ttl = new Ttl(0);

        Changing(Optional<RecordSet> before) {
            before.ifPresent(
                    set -> {
                        data.addAll(set.data());
                        ttl = set.ttl();
                    });
        }
    }

    private final Zone zone;
    private final Map<SetName, Changing> sets = new LinkedHashMap<>();

    private StepApplication(Zone zone) {
        this.zone = zone;
    }

    static AppliedSteps apply(Zone zone, List<TransferReply.Step> steps) {
        var application = new StepApplication(zone);
        for (var step : steps) {
            var problem = application.take(step);
            if (problem.isPresent()) {
                return new AppliedSteps.Misfit(problem.get());
            }
        }
        return new AppliedSteps.Fitting(application.result());
    }

    private Optional<String> take(TransferReply.Step step) {
        var soa = set(step.from());
        var expected = serial(step.from().data());
        if (!soa.data.stream().map(StepApplication::serial).toList().equals(List.of(expected))) {
            return Optional.of("differences begin at serial " + expected + ", which is not ours");
        }
        soa.data.clear();
        add(step.to());
        for (var record : step.removed()) {
            if (!set(record).data.remove(record.data())) {
                return Optional.of(
                        "differences take away a record that is not there, " + words(record));
            }
        }
        for (var record : step.added()) {
            if (!add(record)) {
                return Optional.of("differences add a record that is there, " + words(record));
            }
        }
        return Optional.empty();
    }

    private static Serial serial(RecordData soa) {
        return Soa.of(soa).serial();
    }

    private boolean add(ResourceRecord record) {
        var set = set(record);
        set.ttl = record.ttl();
        return set.data.add(record.data());
    }

    private Changing set(ResourceRecord record) {
        return sets.computeIfAbsent(
                new SetName(record.owner(), record.type()),
                name -> new Changing(zone.recordSet(name.owner(), name.type())));
    }

    private static String words(ResourceRecord record) {
        return record.type() + " at '" + record.owner().display() + "'";
    }

    private Zone result() {
        var result = zone;
        for (var entry : sets.entrySet()) {
            var name = entry.getKey();
            var set = entry.getValue();
            result =
                    set.data.isEmpty()
                            ? result.without(name.owner(), name.type())
                            : result.with(
                                    new RecordSet(
                                            name.owner(),
                                            name.type(),
                                            set.ttl,
                                            new ArrayList<>(set.data)));
        }
        return result;
    }
}
