package io.github.dnscli.common.request;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The updates that turn the zone of a server into another version. Each says that what it changes must still be as it was
/// (RFC 2136 §2.4), so that the server refuses it where the zone has moved meanwhile; what else has changed does not matter.
///
/// It is one update if that fits into a message. If not, all changes of one name are in one update; each is made whole or
/// not at all, but not all of them together.
///
/// @param updates in the order in which they are to be made; none if nothing differs
public record UpdatePlan(List<Update> updates) {

    /// So many octets of a message are left for the signature, whatever names key and algorithm have.
    private static final int LARGEST = MessageCodec.MAX_LENGTH - 700;

    /// Copies the list.
    public UpdatePlan {
        updates = List.copyOf(updates);
    }

    /// {@return what turns one version into the other}
    ///
    /// The serial is the server's to move: a change of nothing but the serial is left out, and an SOA record that changes
    /// otherwise gets a serial that is newer, without which a server would ignore it (§3.4.2.2).
    ///
    /// @param before as the server has it
    /// @param after as it is wanted
    public static UpdatePlan between(Zone before, Zone after) {
        var parts = new ArrayList<Update>();
        for (var changes : byName(changes(before, after)).values()) {
            var part = new NameUpdate(before, changes);
            var guarded = part.guarded();
            parts.add(fits(guarded) ? guarded : part.loosely());
        }
        return new UpdatePlan(packed(parts));
    }

    /// {@return the changes that [#between] asks a server for}
    public static ZoneDiff changes(Zone before, Zone after) {
        return new ZoneDiff(
                ZoneDiff.between(before, after).changes().stream()
                        .flatMap(change -> SoaChange.of(change).stream())
                        .toList());
    }

    private static Map<DomainName, List<ZoneDiff.Change>> byName(ZoneDiff diff) {
        var byName = new LinkedHashMap<DomainName, List<ZoneDiff.Change>>();
        for (var change : diff.changes()) {
            byName.computeIfAbsent(change.set().owner(), _ -> new ArrayList<>()).add(change);
        }
        return byName;
    }

    private static List<Update> packed(List<Update> parts) {
        var packed = new ArrayList<Update>();
        int from = 0;
        while (from < parts.size()) {
            int to = end(parts, from);
            packed.add(joined(parts.subList(from, to)));
            from = to;
        }
        return packed;
    }

    /// {@return behind which part a message that begins with another must end}; more parts never make it shorter
    private static int end(List<Update> parts, int from) {
        int fitting = from + 1;
        int high = parts.size();
        while (fitting < high) {
            int middle = (fitting + high + 1) >>> 1;
            if (fits(joined(parts.subList(from, middle)))) {
                fitting = middle;
            } else {
                high = middle - 1;
            }
        }
        return fitting;
    }

    private static Update joined(List<Update> parts) {
        var prerequisites = new ArrayList<MessageRecord>();
        var changes = new ArrayList<MessageRecord>();
        for (var part : parts) {
            prerequisites.addAll(part.prerequisites());
            changes.addAll(part.changes());
        }
        return new Update(parts.getFirst().zone(), prerequisites, changes);
    }

    private static boolean fits(Update update) {
        long least = 12L + 11L * (update.prerequisites().size() + update.changes().size());
        return least <= LARGEST && MessageCodec.length(update.message(0)) <= LARGEST;
    }
}
