package io.github.dnscli.common.text;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.ZoneDiff;
import java.util.List;

/// What shall be different about one record set of a zone file.
public sealed interface SetChange {

    /// {@return what brings a difference between two versions about}
    static List<SetChange> all(ZoneDiff diff) {
        return diff.changes().stream()
                .map(
                        part ->
                                part.after()
                                        .<SetChange>map(Put::new)
                                        .orElseGet(
                                                () ->
                                                        new Remove(
                                                                part.set().owner(),
                                                                part.set().type())))
                .toList();
    }

    /// {@return the name of the set}
    DomainName owner();

    /// {@return the type of the set}
    RecordType type();

    /// The set shall be this one, whether it is there already or not.
    ///
    /// @param set the set as it shall be
    record Put(RecordSet set) implements SetChange {
        @Override
        public DomainName owner() {
            return set.owner();
        }

        @Override
        public RecordType type() {
            return set.type();
        }
    }

    /// The set shall not be there.
    ///
    /// @param owner its name
    /// @param type its type
    record Remove(DomainName owner, RecordType type) implements SetChange {}
}
