package io.github.dnscli.common.request;

import io.github.dnscli.common.record.ResourceRecord;
import java.util.List;

/// What came of fetching a whole zone.
public sealed interface TransferReply {

    /// The whole zone, verified when the request was signed.
    ///
    /// @param records its records as they came, the SOA record first; it does not stand again at the end
    record Complete(List<ResourceRecord> records) implements TransferReply {

        /// Copies the records.
        public Complete {
            records = List.copyOf(records);
        }
    }

    /// No zone.
    ///
    /// @param reply why
    record Failed(Reply.Failed reply) implements TransferReply {}
}
