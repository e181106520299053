package io.github.dnscli.onotify;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.FailedReply;
import io.github.dnscli.common.request.Notify;
import io.github.dnscli.common.transport.ServerAddress;

/// Shows what is sent and what came of it, in the original's words.
final class OnotifyView implements Notifier.Progress {

    private final Console console;

    OnotifyView(Console console) {
        this.console = console;
    }

    @Override
    public void sending(ServerAddress server, Notify news) {
        String serial = news.serial().map(known -> " serial " + known).orElse("");
        console.confirm(
                "notifying to " + server.display() + " zone " + news.zone().display() + serial);
    }

    ExitStatus show(Notified outcome) {
        return switch (outcome) {
            case Notified.Acknowledged(var isSigned) -> {
                console.confirm(isSigned ? "successful TSIG signed notify!" : "successful notify!");
                yield ExitStatus.YES;
            }
            case Notified.Failed(var server, var reply) -> FailedReply.tell(server, reply, console);
            case Notified.Unsent(var problem, var status) -> {
                console.error(problem);
                yield status;
            }
        };
    }
}
