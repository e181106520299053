package io.github.dnscli.common.text;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import java.util.Optional;

/// What a line of a zone file takes from the text before it: the owner, if it begins with a blank, and the TTL, if it says
/// none.
final class InForce {

    private Optional<DomainName> owner;
    private final TtlInForce ttl;

    private InForce(Optional<DomainName> owner, TtlInForce ttl) {
        this.owner = owner;
        this.ttl = ttl;
    }

    /// {@return what is in force right before a record that is written in the file itself, or at its end}
    ///
    /// @param number the record's number; how many there are for the end of the file
    static InForce before(ZoneFile file, int number) {
        var columns = file.columns();
        var segment = file.segment(number);
        var ttl = segment.ttl().copy();
        if (number > segment.first()) {
            // Without '$TTL' each record has the TTL that was written last.
            ttl.written(columns.ttl(number - 1));
        }
        var owner = file.lastWrittenHere(number).map(last -> columns.name(columns.owner(last)));
        return new InForce(owner, ttl);
    }

    InForce copy() {
        return new InForce(owner, ttl.copy());
    }

    /// {@return whether every line means the same behind either}
    boolean isLike(InForce other) {
        return owner.equals(other.owner) && ttl.isLike(other.ttl);
    }

    /// {@return whether a line that begins with a blank is a record of this name}
    boolean gives(DomainName name) {
        return owner.filter(name::equals).isPresent();
    }

    /// {@return the TTL of a record that says none}
    Ttl ttlOf(RecordData data) {
        return ttl.peek(data).ttl();
    }

    /// {@return whether a record that says no TTL would set that of the records behind it}
    boolean isToBeSetBy(RecordData data) {
        return ttl.peek(data).origin() == TtlInForce.Origin.SOA_MINIMUM;
    }

    /// {@return whether no `$TTL` is in force}
    boolean lacksDefaultTtl() {
        return ttl.directive() < 0;
    }

    /// Notes which `$TTL` is in force.
    void defaultTtl(int seconds) {
        ttl.restore(seconds);
    }

    /// Notes the TTL of a record in another text.
    void elsewhere(int seconds) {
        ttl.written(seconds);
    }

    /// Notes a line.
    ///
    /// @param hasTtl whether the record's TTL is written
    void line(ResourceRecord record, boolean hasTtl) {
        owner = Optional.of(record.owner());
        if (hasTtl) {
            ttl.written(record.ttl().seconds());
        } else {
            ttl.take(record.data());
        }
    }
}
