package io.github.dnscli.oserve.primary;

import io.github.dnscli.cli.Console;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.gitstore.GitEvent;
import io.github.dnscli.gitstore.merge.Conflict;
import io.github.dnscli.gitstore.reading.ReadingEvent;
import io.github.dnscli.oserve.database.DatabaseListener;
import io.github.dnscli.oserve.keys.KeyListener;
import io.github.dnscli.oserve.serving.ListenOption;
import io.github.dnscli.server.event.NotifyEvent;
import io.github.dnscli.server.event.TransferEvent;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.state.ZoneChange;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The log of a primary server: one line for each thing that happened, fit for the journal.
final class PrimaryLog implements DatabaseListener, KeyListener {

    private static final int MOST_RECORDS = 8;
    private static final int MOST_FINDINGS = 10;
    private static final int LONGEST_RECORD = 120;

    private final Console console;

    PrimaryLog(Console console) {
        this.console = console;
    }

    /// Says where the server listens, on standard output for programs that wait for it.
    void listening(InetSocketAddress address) {
        console.answer("listening on " + ListenOption.of(address));
    }

    void stopped() {
        console.event("stopped");
    }

    void nothingServed() {
        console.warning("the repository holds no zone that can be served; all queries are refused");
        console.hint("push a zone; the server fetches it when it is notified, or by itself");
    }

    void notClosed(IOException trouble) {
        console.warning("not closed properly: " + IoTrouble.describe(trouble));
    }

    @Override
    public void credentials(List<Path> files) {
        files.forEach(
                file -> console.event("keys from the credentials of systemd: '" + file + "'"));
    }

    @Override
    public void commandSaid(String line) {
        console.warning("the key command says: " + line);
    }

    @Override
    public void policyTrouble(Finding finding) {
        keyTrouble(finding);
    }

    @Override
    public void policyUnreadable(String problem) {
        console.error("policy not read, all rights stay as they were: " + problem);
    }

    @Override
    public void happened(GitEvent event) {
        switch (event) {
            case GitEvent.Read(var found) -> happened(found);
            case GitEvent.Fetched(var before, var after) ->
                    console.event(
                            "fetched: "
                                    + before.map(old -> "commit " + old.brief() + " -> ")
                                            .orElse("commit ")
                                    + after.brief());
            case GitEvent.FetchFailed(var problem, var nextTry) ->
                    console.warning(
                            "not fetched, all stays as it was: "
                                    + problem
                                    + nextTry.map(time -> "; next try at " + time).orElse(""));
            case GitEvent.Rewritten(int edits) ->
                    console.warning(
                            "a push was forced upon the branch; updates that it took away are made again: "
                                    + edits);
            case GitEvent.Committed(var revision, var key, var zones, int edits) ->
                    console.event(
                            "committed as %s: updates by key '%s' of %s: %d"
                                    .formatted(
                                            revision.brief(), key.display(), list(zones), edits));
            case GitEvent.Pushed(var revision, int commits) ->
                    console.event(
                            "pushed: commit %s, commits new there: %d"
                                    .formatted(revision.brief(), commits));
            case GitEvent.Rebased(var base, int edits) ->
                    console.event(
                            "the branch has moved; updates made again on top of commit %s: %d"
                                    .formatted(base.brief(), edits));
            case GitEvent.PushFailed(var problem, var nextTry) ->
                    console.warning(
                            "not pushed, the commits are kept: %s; next try at %s"
                                    .formatted(problem, nextTry));
            case GitEvent.Contradicted(var conflict) -> contradicted(conflict);
            case GitEvent.WrittenAnew(var zone, var problem) ->
                    console.warning(
                            "the text of zone '%s' was written anew, without its comments and layout: %s"
                                    .formatted(zone.display(), problem));
            case GitEvent.DiskTrouble(var problem) -> console.error(problem);
            case GitEvent.Unforeseen(var fault) ->
                    console.error("an unforeseen fault, tried again: " + fault);
        }
    }

    private void contradicted(Conflict conflict) {
        var edit = conflict.edit();
        console.error(
                "zone '%s': an update by key '%s' from %s at %s clashes with an edit and is not in the zone any more, at '%s': %s"
                        .formatted(
                                edit.zone().display(),
                                edit.key().display(),
                                edit.peer(),
                                edit.time(),
                                conflict.owner().display(),
                                conflict.reason()));
    }

    private static String list(List<DomainName> zones) {
        return zones.stream()
                .map(zone -> "'" + zone.display() + "'")
                .collect(Collectors.joining(", "));
    }

    @Override
    public void happened(ReadingEvent event) {
        switch (event) {
            case ReadingEvent.Served served -> served(served);
            case ReadingEvent.Unnoticed(var finding) -> {
                console.warning(finding.toString());
                hint(finding);
            }
            case ReadingEvent.Broken broken -> broken(broken);
            case ReadingEvent.Merged(var file, var origin, var serial) -> {
                console.warning(
                        "'%s' was edited since zone '%s' was read from it; the update is in it, under serial %s"
                                .formatted(file, origin.display(), serial));
                console.hint("notify the server to have the edit served");
            }
            case ReadingEvent.Missing(var origin, var end) -> {
                console.warning(
                        "the file of zone '%s' is gone; the zone is served until %s"
                                .formatted(origin.display(), end));
                console.hint("bring the file back, or wait");
            }
            case ReadingEvent.Removed(var origin) ->
                    console.event("zone '" + origin.display() + "' removed: its file is gone");
            case ReadingEvent.Ignored(var file, var reason, var expected) ->
                    ignored("'" + file + "' is ignored: " + reason, expected);
            case ReadingEvent.KeyTrouble(var finding) -> keyTrouble(finding);
            case ReadingEvent.KeysUnreadable(var problem) ->
                    console.error("keys not read: " + problem);
            case ReadingEvent.Keys(var count) -> console.event("keys known: " + count);
        }
    }

    private void served(ReadingEvent.Served served) {
        String zone = "zone '" + served.zone().origin().display() + "'";
        String serial = serial(served.zone());
        console.event(
                served.before()
                        .map(before -> zone + " reloaded: serial " + before + " -> " + serial)
                        .orElse(zone + " loaded from '" + served.file() + "': serial " + serial));
        served.findings().forEach(finding -> console.info(finding.toString()));
    }

    private static String serial(Zone zone) {
        return zone.serial().map(Serial::toString).orElse("none");
    }

    private void broken(ReadingEvent.Broken broken) {
        var errors = broken.errors();
        errors.stream().limit(MOST_FINDINGS).forEach(console::error);
        if (errors.size() > MOST_FINDINGS) {
            console.error(
                    "and "
                            + (errors.size() - MOST_FINDINGS)
                            + " more errors in '"
                            + broken.file()
                            + "'");
        }
        String zone = "zone '" + broken.origin().display() + "'";
        console.error(
                broken.kept()
                        .map(serial -> zone + " stays as it was, at serial " + serial)
                        .orElse(zone + " is not served"));
        console.hint("mend '" + broken.file() + "', check it with ozone, and notify again");
    }

    private void ignored(String message, boolean expected) {
        if (expected) {
            console.info(message);
        } else {
            console.warning(message);
        }
    }

    private void keyTrouble(Finding finding) {
        if (finding.isError()) {
            console.error(finding.toString());
        } else {
            console.warning(finding.toString());
        }
        hint(finding);
    }

    private void hint(Finding finding) {
        if (!finding.hint().isEmpty()) {
            console.hint(finding.hint());
        }
    }

    void notified(DomainName zone, DomainName key, Peer peer) {
        console.event(
                "notified of '%s' by key '%s' from %s: looking for news"
                        .formatted(zone.display(), key.display(), peer));
    }

    @Override
    public void unreadable(IOException trouble) {
        console.error("zone files not read, all stays as it was: " + IoTrouble.describe(trouble));
    }

    void updated(ZoneChange change) {
        console.event(
                "zone '%s' updated by key '%s' from %s: serial %s -> %s%s%s"
                        .formatted(
                                change.after().origin().display(),
                                change.key().display(),
                                change.peer(),
                                serial(change.before()),
                                serial(change.after()),
                                list(", added ", change.diff().added()),
                                list(", removed ", change.diff().removed())));
    }

    private static String list(String what, List<ResourceRecord> records) {
        var worthSaying =
                records.stream().filter(record -> !record.type().equals(RecordType.SOA)).toList();
        if (worthSaying.isEmpty()) {
            return "";
        }
        int more = worthSaying.size() - MOST_RECORDS;
        return what
                + worthSaying.stream()
                        .limit(MOST_RECORDS)
                        .map(record -> "'" + shortened(record.toString()) + "'")
                        .collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_RECORD ? text : text.substring(0, LONGEST_RECORD) + "…";
    }

    void unsaved(ZoneChange change, Exception reason) {
        String why = reason instanceof IOException io ? IoTrouble.describe(io) : reason.toString();
        console.error(
                "update of '%s' by key '%s' from %s refused, it could not be stored: %s"
                        .formatted(
                                change.after().origin().display(),
                                change.key().display(),
                                change.peer(),
                                why));
    }

    void refused(Peer peer, String reason) {
        console.event("refused a request from " + peer + ": " + reason);
    }

    void transferred(TransferEvent transfer) {
        String what =
                "of zone '%s' to %s%s: serial %s, %d octets in %d ms"
                        .formatted(
                                transfer.zone().display(),
                                transfer.peer(),
                                transfer.key().map(k -> " by key '" + k.display() + "'").orElse(""),
                                transfer.serial(),
                                transfer.octets(),
                                transfer.duration().toMillis());
        switch (transfer.end()) {
            case TransferEvent.End.Complete _ -> console.event("transfer " + what);
            case TransferEvent.End.Broken(var reason) ->
                    console.warning("transfer " + what + ", then it broke off: " + reason);
        }
    }

    void told(NotifyEvent news) {
        String what =
                "zone '%s', serial %s, to %s"
                        .formatted(news.zone().display(), news.serial(), news.recipient());
        switch (news.end()) {
            case NotifyEvent.End.Delivered _ -> console.info("news delivered: " + what);
            case NotifyEvent.End.Refused(var reason) ->
                    console.warning("news refused: " + what + ": " + reason);
            case NotifyEvent.End.GivenUp(var reason) ->
                    console.warning("news given up: " + what + ": " + reason);
        }
    }
}
