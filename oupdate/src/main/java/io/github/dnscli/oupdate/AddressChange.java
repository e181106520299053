package io.github.dnscli.oupdate;

import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.common.key.KeyName;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.request.FoundZone;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.wire.Rcode;
import java.io.IOException;
import java.util.Optional;

/// Replaces one record set, in the zone that the key's name tells or else in the one that the server names.
final class AddressChange {

    private final SignedLine line;
    private final Progress progress;

    AddressChange(SignedLine line, Progress progress) {
        this.line = line;
        this.progress = progress;
    }

    Updated make(ResourceRecord record) throws IOException {
        var told = zoneToldByKey();
        if (told.isEmpty()) {
            return inFoundZone(record);
        }
        return record.owner().isAtOrBelow(told.get())
                ? inToldZone(told.get(), record)
                : outside(told.get(), record.owner());
    }

    /// A key for everything tells no zone.
    private Optional<DomainName> zoneToldByKey() {
        return KeyName.of(line.key().name()).map(KeyName::zone).filter(zone -> !zone.isRoot());
    }

    private Updated outside(DomainName zone, DomainName host) {
        return new Updated.Unsent(
                "'%s' is not in zone '%s', which key '%s' is for"
                        .formatted(host.display(), zone.display(), line.key().name().display()),
                ExitStatus.USAGE);
    }

    private Updated inToldZone(DomainName zone, ResourceRecord record) throws IOException {
        return switch (ask(zone, record)) {
            case Reply.Accepted _ -> new Updated.Done();
            case Reply.Refused refused when hasNoSuchZone(refused) ->
                    elsewhere(zone, refused, record);
            case Reply.Failed failed -> new Updated.Failed(line.server(), failed);
        };
    }

    /// The key of a single host names the host where other servers want the zone.
    private static boolean hasNoSuchZone(Reply.Refused refused) {
        return refused.rcode().equals(Rcode.NOTAUTH) || refused.rcode().equals(Rcode.NOTZONE);
    }

    private Updated elsewhere(DomainName zone, Reply.Refused refused, ResourceRecord record)
            throws IOException {
        progress.lookingForZone(line.server(), zone, refused);
        return switch (line.zoneOf(record.owner())) {
            case FoundZone.Found(var found) when !found.equals(zone) -> in(found, record);
            case FoundZone.Found _, FoundZone.Unknown _, FoundZone.Failed _ ->
                    new Updated.Failed(line.server(), refused);
        };
    }

    private Updated inFoundZone(ResourceRecord record) throws IOException {
        return switch (line.zoneOf(record.owner())) {
            case FoundZone.Found(var zone) -> in(zone, record);
            case FoundZone.Unknown(var problem) -> new Updated.Homeless(line.server(), problem);
            case FoundZone.Failed(var reply) -> new Updated.Failed(line.server(), reply);
        };
    }

    private Updated in(DomainName zone, ResourceRecord record) throws IOException {
        return switch (ask(zone, record)) {
            case Reply.Accepted _ -> new Updated.Done();
            case Reply.Failed failed -> new Updated.Failed(line.server(), failed);
        };
    }

    private Reply ask(DomainName zone, ResourceRecord record) throws IOException {
        progress.updating(line.server(), zone, record);
        return line.ask(Update.of(zone).deleteSet(record.owner(), record.type()).add(record));
    }
}
