package io.github.dnscli.common.request;

import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.zone.ZoneDiff;
import java.util.List;
import java.util.Optional;

/// What a changed SOA record asks of a server.
final class SoaChange {

    private SoaChange() {}

    /// {@return the change, an SOA record having a newer serial}; empty if nothing but the serial changes
    static Optional<ZoneDiff.Change> of(ZoneDiff.Change change) {
        if (!change.set().type().equals(RecordType.SOA)
                || change.before().isEmpty()
                || change.after().isEmpty()) {
            return Optional.of(change);
        }
        var before = change.before().get();
        var after = change.after().get();
        var old = Soa.of(before.data().getFirst());
        var wanted = Soa.of(after.data().getFirst());
        boolean isSame = before.ttl().equals(after.ttl()) && with(wanted, old).equals(old);
        return isSame ? Optional.empty() : Optional.of(raised(change, after, old, wanted));
    }

    private static Soa with(Soa soa, Soa serial) {
        return soa.withSerial(serial.serial());
    }

    private static ZoneDiff.Change raised(
            ZoneDiff.Change change, RecordSet after, Soa old, Soa wanted) {
        var raised =
                wanted.serial().isNewerThan(old.serial())
                        ? wanted
                        : wanted.withSerial(old.serial().next());
        var set = new RecordSet(after.owner(), after.type(), after.ttl(), List.of(raised.data()));
        return new ZoneDiff.Change(change.before(), Optional.of(set));
    }
}
