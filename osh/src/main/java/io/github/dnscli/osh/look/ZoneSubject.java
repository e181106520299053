package io.github.dnscli.osh.look;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.request.AppliedSteps;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.zone.RecordChange;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.osh.zone.Denial;
import io.github.dnscli.osh.zone.Fetched;
import io.github.dnscli.osh.zone.ServedZone;
import java.io.IOException;
import java.util.Optional;

/// A zone: its serial is looked at, and when that has moved, what has changed is fetched.
final class ZoneSubject implements Subject {

    private final ServedZone at;
    private Optional<Zone> held = Optional.empty();

    ZoneSubject(ServedZone at) {
        this.at = at;
    }

    @Override
    public String display() {
        return at.display()
                + held.flatMap(Zone::serial).map(serial -> ", serial " + serial).orElse("");
    }

    @Override
    public ExitStatus tell(Reply.Failed reply, Console console) {
        return Denial.ofTransfer(at, reply, console);
    }

    @Override
    public News look() throws IOException {
        return held.isPresent() ? compare(held.get()) : whole(Optional.empty());
    }

    private News compare(Zone zone) throws IOException {
        return switch (at.ask(Query.of(at.name(), RecordType.SOA))) {
            case Reply.Failed failed -> new News.Denied(failed);
            case Reply.Accepted(var message) ->
                    serial(message).equals(zone.serial()) ? new News.Same() : differences(zone);
        };
    }

    private static Optional<Serial> serial(Message message) {
        return message.answers(RecordType.SOA).stream()
                .flatMap(record -> record.data().stream())
                .map(data -> Soa.of(data).serial())
                .findFirst();
    }

    private News differences(Zone zone) throws IOException {
        return switch (at.since(zone.serial().orElseThrow())) {
            case TransferReply.Complete(var newer, _) -> moved(Optional.of(zone), newer);
            case TransferReply.Differences differences ->
                    switch (differences.appliedTo(zone)) {
                        case AppliedSteps.Fitting(var newer) -> moved(Optional.of(zone), newer);
                        case AppliedSteps.Misfit _ -> whole(Optional.of(zone));
                    };
            // The server has gone back: a secondary behind its primary, or a zone restored.
            case TransferReply.UpToDate _, TransferReply.TooLong _ -> whole(Optional.of(zone));
            case TransferReply.Failed(var reply) -> new News.Denied(reply);
        };
    }

    private News whole(Optional<Zone> before) throws IOException {
        return switch (at.fetch()) {
            case Fetched.Whole(var zone) -> moved(before, zone);
            case Fetched.Denied(var reply) -> new News.Denied(reply);
        };
    }

    private News moved(Optional<Zone> before, Zone now) {
        held = Optional.of(now);
        if (before.isEmpty() || before.get().serial().equals(now.serial())) {
            return new News.Same();
        }
        var older = before.get();
        var changes =
                RecordChange.between(older, now).stream()
                        .filter(change -> !change.record().type().equals(RecordType.SOA))
                        .toList();
        return new News.Changed(
                "serial %s -> %s"
                        .formatted(older.serial().orElseThrow(), now.serial().orElseThrow()),
                changes);
    }
}
