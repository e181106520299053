package io.github.dnscli.osh.history;

import io.github.dnscli.cli.Console;
import io.github.dnscli.common.finding.IoTrouble;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Remembers what was typed, beyond the session. Where that cannot be, it says so once and the shell works all the same.
public final class Memory {

    private final HistoryFile file;
    private final Discretion discretion;
    private final Console console;
    private String latest = "";
    private boolean broken;

    /// Begins without having read or written anything.
    public Memory(HistoryFile file, Discretion discretion, Console console) {
        this.file = file;
        this.discretion = discretion;
        this.console = console;
    }

    /// {@return the lines of sessions before this one, the oldest first}
    public List<String> recall() {
        try {
            return file.read();
        } catch (IOException e) {
            giveUp("the history cannot be read: ", e);
            return List.of();
        }
    }

    /// {@return the line as it is remembered, if it is}
    public Optional<String> remembered(String line) {
        return discretion.remembered(line);
    }

    /// Keeps a line for other sessions, as it is remembered.
    public void keep(String line) {
        if (!line.equals(latest) && !broken) {
            write(line);
        }
    }

    private void write(String line) {
        latest = line;
        try {
            file.add(line);
        } catch (IOException e) {
            giveUp("the history is not kept: ", e);
        }
    }

    private void giveUp(String what, IOException why) {
        broken = true;
        console.warning(what + IoTrouble.describe(why));
    }
}
