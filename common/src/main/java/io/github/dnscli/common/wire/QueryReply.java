package io.github.dnscli.common.wire;

import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.wire.EdnsOption.ExtendedError;
import java.util.List;
import java.util.Optional;

/// What a name server says to a query, in whole record sets, which go to the wire as they are; see
/// [MessageCodec#encode(Message, QueryReply, Optional, int)].
///
/// @param rcode the outcome
/// @param authoritative whether the answer comes from the zone itself (the bit AA)
/// @param answers what was asked for, aliases on the way included
/// @param authority who is to be asked instead, or why there is nothing
/// @param glue addresses without which a referral is of no use (RFC 9471 §2)
/// @param additional what may spare the client another question
/// @param explanation more about the outcome, for clients that know EDNS
public record QueryReply(
        Rcode rcode,
        boolean authoritative,
        List<RecordSet> answers,
        List<RecordSet> authority,
        List<RecordSet> glue,
        List<RecordSet> additional,
        Optional<ExtendedError> explanation) {

    /// {@return a reply that has nothing but an outcome}
    public static QueryReply of(Rcode rcode) {
        return new QueryReply(
                rcode, false, List.of(), List.of(), List.of(), List.of(), Optional.empty());
    }

    /// {@return a reply that has nothing but an outcome and says why}
    public static QueryReply of(Rcode rcode, ExtendedError explanation) {
        return new QueryReply(
                rcode, false, List.of(), List.of(), List.of(), List.of(), Optional.of(explanation));
    }
}
