package io.github.dnscli.oserve.check;

import io.github.dnscli.cli.Console;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.gitstore.GitEvent;
import io.github.dnscli.gitstore.reading.ReadingEvent;
import io.github.dnscli.oserve.check.CheckReport.ZoneReport;
import io.github.dnscli.oserve.database.DatabaseListener;
import io.github.dnscli.oserve.keys.KeyListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Takes down what is found while a database is loaded.
final class Observer implements DatabaseListener, KeyListener {

    private final Console console;
    private final List<ZoneReport> zones = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> obstacles = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    /// Has seen nothing yet.
    ///
    /// @param console is told what is no part of a report
    Observer(Console console) {
        this.console = console;
    }

    /// Takes down what would keep a server from knowing or doing what it is told.
    void obstacle(String problem) {
        obstacles.add(problem);
    }

    boolean hasObstacle() {
        return !obstacles.isEmpty();
    }

    CheckReport report(int keys) {
        return new CheckReport(zones, keys, remarks, obstacles, unreadable);
    }

    @Override
    public void happened(ReadingEvent event) {
        switch (event) {
            case ReadingEvent.Served served -> zones.add(served(served));
            case ReadingEvent.Broken broken -> zones.add(broken(broken));
            case ReadingEvent.Ignored(var file, var reason, boolean isExpected) ->
                    ignored("'" + file + "' is ignored: " + reason, isExpected);
            case ReadingEvent.KeyTrouble(var finding) -> found(finding);
            case ReadingEvent.KeysUnreadable(var problem) -> unreadable.add(problem);
            case ReadingEvent.Unnoticed _,
                    ReadingEvent.Merged _,
                    ReadingEvent.Missing _,
                    ReadingEvent.Removed _,
                    ReadingEvent.Keys _ -> {}
        }
    }

    private static ZoneReport served(ReadingEvent.Served served) {
        return new ZoneReport(
                served.file().toString(),
                served.zone().origin(),
                served.zone().serial(),
                true,
                served.findings().stream().map(Finding::toString).toList());
    }

    private static ZoneReport broken(ReadingEvent.Broken broken) {
        return new ZoneReport(
                broken.file().toString(), broken.origin(), broken.kept(), false, broken.errors());
    }

    private void ignored(String line, boolean isExpected) {
        if (isExpected) {
            console.info(line);
        } else {
            remarks.add(line);
        }
    }

    private void found(Finding finding) {
        remarks.add(finding.toString());
        if (finding.isError()) {
            obstacles.add(finding.toString());
        }
    }

    @Override
    public void happened(GitEvent event) {
        if (event instanceof GitEvent.Read(var found)) {
            happened(found);
        }
    }

    @Override
    public void unreadable(IOException trouble) {
        unreadable.add(IoTrouble.describe(trouble));
    }

    @Override
    public void credentials(List<Path> files) {
        files.forEach(file -> console.info("keys from the credentials of systemd: '" + file + "'"));
    }

    @Override
    public void commandSaid(String line) {
        console.warning("the key command says: " + line);
    }

    @Override
    public void policyTrouble(Finding finding) {
        found(finding);
    }

    @Override
    public void policyUnreadable(String problem) {
        unreadable.add(problem);
    }
}
