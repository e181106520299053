package io.github.dnscli.ozone;

import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;

/// How one record of a zone differs from its predecessor.
sealed interface RecordChange {

    /// {@return the change as a line: `+ RECORD`, `- RECORD` or `~ RECORD ttl 300 -> 60`}
    String line();

    /// The record is new.
    record Added(ResourceRecord record) implements RecordChange {
        @Override
        public String line() {
            return "+ " + record;
        }
    }

    /// The record is gone.
    record Removed(ResourceRecord record) implements RecordChange {
        @Override
        public String line() {
            return "- " + record;
        }
    }

    /// The record has another TTL and the same data.
    ///
    /// @param record as it is now
    /// @param before the TTL it had
    record Retimed(ResourceRecord record, Ttl before) implements RecordChange {
        @Override
        public String line() {
            return "~ %s IN %s ttl %s -> %s"
                    .formatted(record.owner(), record.data(), before, record.ttl());
        }
    }
}
