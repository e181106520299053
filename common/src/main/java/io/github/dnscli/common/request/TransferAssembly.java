package io.github.dnscli.common.request;

import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.zone.RecordColumns;
import io.github.dnscli.common.zone.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts a zone, or its differences, together from the records of a transfer, whatever messages they come in. Records go
/// into columns one by one; there is no object for each.
///
/// A whole zone begins and ends with the same SOA record (RFC 5936 §2.2). Differences begin and end with the SOA record
/// of the newest version, and each step between has the SOA record of its older version, the records it takes away, the
/// SOA record of its newer version and the records it adds (RFC 1995 §4). Which of the two it is shows in the second
/// record.
final class TransferAssembly {

    private static final String SURPLUS = "records follow the end of the transfer";

    private enum Phase {
        BEGINNING,
        SECOND,
        ZONE,
        REMOVING,
        ADDING,
        ENDED
    }

    private final Transfer transfer;
    private final RecordColumns columns = new RecordColumns();
    private final List<TransferReply.Step> steps = new ArrayList<>();
    private Phase phase = Phase.BEGINNING;
    private Optional<ResourceRecord> latest = Optional.empty();
    private Optional<ResourceRecord> from = Optional.empty();
    private Optional<ResourceRecord> to = Optional.empty();
    private int removedFrom;
    private int addedFrom;
    private int foreign;
    private long octets;
    private Optional<TransferReply> result = Optional.empty();

    TransferAssembly(Transfer transfer) {
        this.transfer = transfer;
        // Names below it are spelled as it is.
        columns.intern(transfer.zone().wire());
    }

    /// {@return how many records were taken}
    int size() {
        return columns.size() + foreign;
    }

    /// {@return how many octets of data they have, names in full length}
    long octets() {
        return octets;
    }

    /// {@return the serial of the version that the server has}
    Optional<Serial> latest() {
        return latest.map(TransferAssembly::serial);
    }

    /// {@return what the records came to, once the last has been taken}
    Optional<TransferReply> result() {
        return result;
    }

    /// Takes the records of one message.
    ///
    /// @return what is wrong with them, for people; empty when nothing is
    Optional<String> take(List<MessageRecord> answers) {
        boolean isFirst = phase == Phase.BEGINNING;
        for (var answer : answers) {
            var problem = phase == Phase.ENDED ? Optional.of(SURPLUS) : take(answer);
            if (problem.isPresent()) {
                return problem;
            }
        }
        if (isFirst && answers.size() == 1) {
            judgeSingle();
        }
        return Optional.empty();
    }

    /// A single SOA record that is not newer is the whole answer (RFC 1995 §2); behind a newer one more must follow.
    private void judgeSingle() {
        var theirs = latest().orElseThrow();
        if (transfer.held().isPresent() && !theirs.isNewerThan(transfer.held().get())) {
            end(new TransferReply.UpToDate(theirs));
        }
    }

    private Optional<String> take(MessageRecord answer) {
        if (!answer.recordClass().equals(RecordClass.IN)
                || answer.data().isEmpty()
                || answer.type().isMeta()) {
            return Optional.of(
                    "transfer holds a record that is none of the zone, at '"
                            + answer.owner().display()
                            + "'");
        }
        if (!answer.type().equals(RecordType.SOA)) {
            return plain(answer);
        }
        return answer.owner().equals(transfer.zone())
                ? soa(record(answer))
                : Optional.of(
                        "transfer holds the SOA record of '" + answer.owner().display() + "'");
    }

    private Optional<String> plain(MessageRecord answer) {
        if (phase == Phase.BEGINNING) {
            return Optional.of("transfer does not begin with the zone's SOA record");
        }
        if (phase == Phase.SECOND) {
            beginZone();
        }
        if (answer.owner().isAtOrBelow(transfer.zone())) {
            keep(record(answer));
        } else {
            foreign++;
        }
        return Optional.empty();
    }

    private void beginZone() {
        phase = Phase.ZONE;
        keep(latest.orElseThrow());
    }

    private void keep(ResourceRecord record) {
        byte[] wire = record.data().wire();
        int owner = columns.intern(record.owner().wire());
        columns.add(owner, record.ttl().seconds(), record.type(), wire, wire.length, 0);
        octets += wire.length;
    }

    /// A TTL with its highest bit set counts as 0 (RFC 2181 §8).
    private static ResourceRecord record(MessageRecord answer) {
        long ttl = answer.ttl() > Ttl.MAX.seconds() ? 0 : answer.ttl();
        return new ResourceRecord(answer.owner(), new Ttl((int) ttl), answer.data().orElseThrow());
    }

    private Optional<String> soa(ResourceRecord soa) {
        return switch (phase) {
            case BEGINNING -> {
                latest = Optional.of(soa);
                phase = Phase.SECOND;
                yield Optional.empty();
            }
            case SECOND -> second(soa);
            case ZONE -> endZone(soa);
            case REMOVING -> {
                to = Optional.of(soa);
                addedFrom = columns.size();
                phase = Phase.ADDING;
                yield Optional.empty();
            }
            case ADDING -> endStep(soa);
            case ENDED -> Optional.of(SURPLUS);
        };
    }

    private Optional<String> second(ResourceRecord soa) {
        if (isLatest(soa)) {
            beginZone();
            return endZone(soa);
        }
        if (transfer.held().isEmpty()) {
            return Optional.of("transfer ends with another SOA record than it began with");
        }
        return beginStep(soa, transfer.held().get());
    }

    private Optional<String> endZone(ResourceRecord soa) {
        if (!isLatest(soa)) {
            return Optional.of("transfer ends with another SOA record than it began with");
        }
        end(new TransferReply.Complete(Zone.of(transfer.zone(), columns), foreign));
        return Optional.empty();
    }

    private boolean isLatest(ResourceRecord soa) {
        return latest.orElseThrow().data().equals(soa.data());
    }

    private Optional<String> beginStep(ResourceRecord soa, Serial due) {
        if (!serial(soa).equals(due)) {
            return Optional.of(
                    "differences go on at serial " + serial(soa) + ", where " + due + " is due");
        }
        from = Optional.of(soa);
        removedFrom = columns.size();
        phase = Phase.REMOVING;
        return Optional.empty();
    }

    private Optional<String> endStep(ResourceRecord soa) {
        var newer = to.orElseThrow();
        steps.add(
                new TransferReply.Step(
                        from.orElseThrow(),
                        newer,
                        new ColumnSpan(columns, removedFrom, addedFrom),
                        new ColumnSpan(columns, addedFrom, columns.size())));
        if (!isLatest(newer)) {
            return beginStep(soa, serial(newer));
        }
        if (!isLatest(soa)) {
            return Optional.of("differences end with another SOA record than they began with");
        }
        end(new TransferReply.Differences(steps));
        return Optional.empty();
    }

    private void end(TransferReply reply) {
        phase = Phase.ENDED;
        result = Optional.of(reply);
    }

    private static Serial serial(ResourceRecord soa) {
        return Soa.of(soa.data()).serial();
    }
}
