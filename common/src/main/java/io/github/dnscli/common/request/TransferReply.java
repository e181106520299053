package io.github.dnscli.common.request;

import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.zone.Zone;
import java.util.List;

/// What came of fetching a zone. When the request was signed, all of it is verified.
public sealed interface TransferReply {

    /// The whole zone; also a server's answer to the wish for changes when it has none to give (RFC 1995 §4).
    ///
    /// @param zone the zone; it has an SOA record
    /// @param foreign how many records were outside the zone and left out
    record Complete(Zone zone, int foreign) implements TransferReply {

        /// {@return the zone's records, names in canonical order}
        public List<ResourceRecord> records() {
            return zone.records().toList();
        }
    }

    /// What has changed since the version at hand: at least one step, each beginning where the one before ended, the
    /// first at the version at hand.
    ///
    /// @param steps in order
    record Differences(List<Step> steps) implements TransferReply {

        /// Copies the steps.
        public Differences {
            steps = List.copyOf(steps);
        }

        /// {@return what the version at hand becomes}
        public AppliedSteps appliedTo(Zone zone) {
            return StepApplication.apply(zone, steps);
        }
    }

    /// What one version of a zone differs in from the next.
    ///
    /// @param from the SOA record of the older version
    /// @param to the SOA record of the newer version
    /// @param removed the other records that only the older version has; a view, which costs little memory
    /// @param added the other records that only the newer version has; a view, which costs little memory
    record Step(
            ResourceRecord from,
            ResourceRecord to,
            List<ResourceRecord> removed,
            List<ResourceRecord> added) {}

    /// The server has nothing newer.
    ///
    /// @param serial the serial of its version: the one at hand, or an older one
    record UpToDate(Serial serial) implements TransferReply {}

    /// The server has something newer, which does not fit into a datagram: ask again over TCP (RFC 1995 §2).
    ///
    /// @param serial the serial of its version
    record TooLong(Serial serial) implements TransferReply {}

    /// No zone.
    ///
    /// @param reply why
    record Failed(Reply.Failed reply) implements TransferReply {}
}
