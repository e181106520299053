package io.github.dnscli.common.text;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;

/// What shall be different about one record set of a zone file.
public sealed interface SetChange {

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
