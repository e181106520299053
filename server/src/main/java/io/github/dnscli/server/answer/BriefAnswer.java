package io.github.dnscli.server.answer;

import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The part of everything at a name that is told over UDP, so that nobody is flooded with it (RFC 8482 §4.1).
final class BriefAnswer {

    private static final Comparator<RecordSet> BY_SIZE =
            Comparator.comparing(BriefAnswer::isOfSigning).thenComparingInt(BriefAnswer::octets);

    private BriefAnswer() {}

    /// {@return what tells most about a zone: its SOA and NS records}
    static List<RecordSet> ofApex(List<RecordSet> sets) {
        var chosen = new ArrayList<RecordSet>(2);
        sets.stream().filter(set -> set.type().equals(RecordType.SOA)).forEach(chosen::add);
        sets.stream().filter(set -> set.type().equals(RecordType.NS)).forEach(chosen::add);
        return chosen;
    }

    /// {@return the smallest set, one that signs others only if there is nothing else}
    static List<RecordSet> of(List<RecordSet> sets) {
        return List.of(sets.stream().min(BY_SIZE).orElseThrow());
    }

    /// {@return the signatures of one set}
    static List<RecordSet> ofSignatures(List<RecordSet> sets) {
        var all = sets.getFirst();
        int covered = ZoneView.covered(all.data().getFirst());
        var some = all.data().stream().filter(data -> ZoneView.covered(data) == covered).toList();
        return List.of(new RecordSet(all.owner(), all.type(), all.ttl(), some));
    }

    private static boolean isOfSigning(RecordSet set) {
        return set.type().equals(RecordType.RRSIG)
                || set.type().equals(RecordType.NSEC)
                || set.type().equals(RecordType.NSEC3);
    }

    private static int octets(RecordSet set) {
        return set.data().stream().mapToInt(RecordData::length).sum();
    }
}
