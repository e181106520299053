package io.github.dnscli.oupdate;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.FailedReply;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.transport.ServerAddress;

/// Shows what is sent and what came of it, in the original's words.
final class OupdateView implements Progress {

    private final Console console;

    OupdateView(Console console) {
        this.console = console;
    }

    @Override
    public void updating(ServerAddress server, DomainName zone, ResourceRecord record) {
        console.confirm(
                "updating to %s zone %s %s %s %s %s"
                        .formatted(
                                server.display(),
                                zone.display(),
                                record.type(),
                                record.ttl(),
                                record.owner().display(),
                                record.data().text()));
    }

    @Override
    public void lookingForZone(ServerAddress server, DomainName refused, Reply.Refused reply) {
        console.info(
                "%s answers %s for zone '%s': asking which of its zones the host is in"
                        .formatted(server.display(), reply.rcode(), refused.display()));
    }

    ExitStatus show(Updated outcome) {
        return switch (outcome) {
            case Updated.Done _ -> {
                console.confirm("successful and signed update!");
                yield ExitStatus.YES;
            }
            case Updated.Failed(var server, var reply) -> FailedReply.tell(server, reply, console);
            case Updated.Homeless(var server, var problem) -> {
                console.error(server.display() + ": " + problem);
                yield ExitStatus.NO;
            }
            case Updated.Unsent(var problem, var status) -> {
                console.error(problem);
                yield status;
            }
        };
    }
}
