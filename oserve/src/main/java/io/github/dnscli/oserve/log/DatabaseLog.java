package io.github.dnscli.oserve.log;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.gitstore.GitEvent;
import io.github.dnscli.gitstore.reading.ReadingEvent;
import io.github.dnscli.oserve.database.DatabaseListener;
import io.github.dnscli.oserve.keys.KeyListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Logs what the database of a server tells, and what becomes of its keys.
///
/// @param log where to
public record DatabaseLog(Log log) implements DatabaseListener, KeyListener {

    @Override
    public void happened(ReadingEvent event) {
        log.write(ReadingWords.of(event));
    }

    @Override
    public void happened(GitEvent event) {
        log.write(GitWords.of(event));
    }

    @Override
    public void unreadable(IOException trouble) {
        log.write(
                LogEvent.error(
                        "zones-unreadable",
                        "zone files not read, all stays as it was: "
                                + IoTrouble.describe(trouble)));
    }

    @Override
    public void credentials(List<Path> files) {
        for (var file : files) {
            log.write(
                    LogEvent.info(
                                    "credentials",
                                    "keys from the credentials of systemd: '" + file + "'")
                            .with("file", file.toString()));
        }
    }

    @Override
    public void commandSaid(String line) {
        log.write(LogEvent.warning("key-command", "the key command says: " + line));
    }

    @Override
    public void policyTrouble(Finding finding) {
        log.write(ReadingWords.finding("policy-trouble", finding));
    }

    @Override
    public void policyUnreadable(String problem) {
        log.write(
                LogEvent.error(
                        "policy-unreadable",
                        "policy not read, all rights stay as they were: " + problem));
    }
}
