package io.github.dnscli.common.request;

import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Rcode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Reads the messages of a transfer as they come, verifies them, keeps to the limits, and hands their records to a
/// [TransferAssembly].
final class TransferReader {

    private final Transfer transfer;
    private final Message asked;
    private final Signing.Chain chain;
    private final InstantSource clock;
    private final Instant start;
    private final TransferAssembly assembly;
    private long octetCount;
    private Optional<TransferReply> outcome = Optional.empty();

    TransferReader(Transfer transfer, Message asked, Signing.Chain chain, InstantSource clock) {
        this.transfer = transfer;
        this.asked = asked;
        this.chain = chain;
        this.clock = clock;
        this.start = clock.instant();
        this.assembly = new TransferAssembly(transfer);
    }

    TransferReply outcome() {
        return outcome.orElseThrow();
    }

    /// {@return what the only datagram of a reply comes to when more must follow}
    TransferReply cutShort() {
        return assembly.latest()
                .<TransferReply>map(TransferReply.TooLong::new)
                .orElseThrow(() -> new IllegalStateException("no message was taken"));
    }

    /// Takes one message; says whether another must follow.
    boolean wantsMoreAfter(byte[] octets) {
        var kinship = new Kinship(asked, octetCount == 0);
        octetCount += octets.length;
        switch (new ReplyReader(transfer, kinship, chain::next).read(octets)) {
            case Reply.Failed failed -> fail(failed);
            case Reply.Accepted(var message) -> take(message.answers());
        }
        return outcome.isEmpty();
    }

    private void take(List<MessageRecord> answers) {
        if (answers.isEmpty()) {
            garbled("message of the transfer holds no records");
            return;
        }
        var problem = assembly.take(answers);
        problem.ifPresent(this::garbled);
        if (problem.isEmpty()) {
            outcome = assembly.result();
            outcome.ifPresentOrElse(_ -> judgeEnd(), this::judgeLimits);
        }
    }

    private void judgeEnd() {
        chain.end().map(fault -> new Reply.Unverified(fault, Rcode.NOERROR)).ifPresent(this::fail);
    }

    private void judgeLimits() {
        var limit = transfer.limit();
        if (assembly.size() > limit.records()) {
            garbled("transfer has more than " + limit.records() + " records");
        } else if (Math.max(octetCount, assembly.octets()) > limit.octets()) {
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
