package io.github.dnscli.common.request;

import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Rcode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts a zone together from the messages of a transfer (RFC 5936 §2.2): it begins and ends with the same SOA record.
final class TransferReader {

    private final Transfer transfer;
    private final Message asked;
    private final Signing.Chain chain;
    private final InstantSource clock;
    private final Instant start;
    private final List<ResourceRecord> records = new ArrayList<>();
    private long octetCount;
    private Optional<TransferReply> outcome = Optional.empty();

    TransferReader(Transfer transfer, Message asked, Signing.Chain chain, InstantSource clock) {
        this.transfer = transfer;
        this.chain = chain;
        this.clock = clock;
        this.start = clock.instant();
        this.asked = asked;
    }

    TransferReply outcome() {
        return outcome.orElseThrow();
    }

    /// Takes one message; says whether another must follow.
    boolean wantsMoreAfter(byte[] octets) {
        var kinship = new Kinship(asked, octetCount == 0);
        octetCount += octets.length;
        switch (new ReplyReader(transfer, kinship, chain::next).read(octets)) {
            case Reply.Failed failed -> outcome = Optional.of(new TransferReply.Failed(failed));
            case Reply.Accepted(var message) -> take(message.answers());
        }
        return outcome.isEmpty();
    }

    private void take(List<MessageRecord> answers) {
        if (answers.isEmpty()) {
            garbled("message of the transfer holds no records");
        }
        for (var answer : answers) {
            if (outcome.isPresent()) {
                garbled("records follow the end of the transfer");
                return;
            }
            take(answer);
            if (outcome.isPresent() && outcome.get() instanceof TransferReply.Failed) {
                return;
            }
        }
        if (outcome.isEmpty()) {
            judgeLimits();
        } else if (outcome.get() instanceof TransferReply.Complete) {
            chain.end()
                    .map(fault -> new Reply.Unverified(fault, Rcode.NOERROR))
                    .ifPresent(this::fail);
        }
    }

    private void take(MessageRecord answer) {
        boolean soa = answer.type().equals(RecordType.SOA);
        if (!answer.owner().isAtOrBelow(transfer.zone())
                || !answer.recordClass().equals(RecordClass.IN)
                || answer.data().isEmpty()
                || answer.type().isMeta()) {
            garbled(
                    "transfer holds a record that is none of the zone, at '"
                            + answer.owner().display()
                            + "'");
        } else if (records.isEmpty() && !(soa && answer.owner().equals(transfer.zone()))) {
            garbled("transfer does not begin with the zone's SOA record");
        } else if (!records.isEmpty() && soa) {
            end(answer);
        } else {
            records.add(record(answer));
        }
    }

    /// A TTL with its highest bit set counts as 0 (RFC 2181 §8).
    private static ResourceRecord record(MessageRecord answer) {
        long ttl = answer.ttl() > Ttl.MAX.seconds() ? 0 : answer.ttl();
        return new ResourceRecord(answer.owner(), new Ttl((int) ttl), answer.data().orElseThrow());
    }

    private void end(MessageRecord last) {
        if (record(last).data().equals(records.getFirst().data())) {
            outcome = Optional.of(new TransferReply.Complete(records));
        } else {
            garbled("transfer ends with another SOA record than it began with");
        }
    }

    private void judgeLimits() {
        var limit = transfer.limit();
        if (records.size() > limit.records()) {
            garbled("transfer has more than " + limit.records() + " records");
        } else if (octetCount > limit.octets()) {
            garbled("transfer has more than " + limit.octets() + " octets");
        } else if (clock.instant().isAfter(start.plus(limit.time()))) {
            garbled("transfer takes more than " + limit.time().toSeconds() + " s");
        }
    }

    private void garbled(String problem) {
        fail(new Reply.Garbled(problem));
    }

    private void fail(Reply.Failed why) {
        outcome = Optional.of(new TransferReply.Failed(why));
    }
}
