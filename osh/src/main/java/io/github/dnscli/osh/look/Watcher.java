package io.github.dnscli.osh.look;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.World;
import io.github.dnscli.osh.zone.ChangeLines;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Looks at something again and again, and tells what changes.
final class Watcher {

    /// When to stop.
    ///
    /// @param interval how long to wait between two looks
    /// @param count after so many changes; 0 for never
    /// @param time after so long, if ever
    record Limits(Duration interval, int count, Optional<Duration> time) {}

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Subject subject;
    private final Limits limits;
    private final World world;
    private final Console console;
    private int changes;
    private String lastTrouble = "";

    Watcher(Subject subject, Limits limits, World world, Console console) {
        this.subject = subject;
        this.limits = limits;
        this.world = world;
        this.console = console;
    }

    /// {@return what to tell the shell: yes if something has changed}
    ///
    /// @throws IOException if the server does not answer the first time
    ExitStatus run() throws IOException {
        switch (subject.look()) {
            case News.Denied(var reply) -> {
                return subject.tell(reply, console);
            }
            case News.Same _, News.Changed _ ->
                    console.event("watching " + subject.display() + "; Ctrl-C ends it");
        }
        var end = limits.time().map(world.clock().instant()::plus).orElse(Instant.MAX);
        try {
            while (goesOn(end)) {
                world.pause().pause(limits.interval());
                look();
            }
        } catch (InterruptedIOException _) {
            console.info("watched until interrupted");
        }
        return changes > 0 ? ExitStatus.YES : ExitStatus.NO;
    }

    private boolean goesOn(Instant end) {
        boolean enough = limits.count() > 0 && changes >= limits.count();
        return !enough && world.clock().instant().isBefore(end);
    }

    private void look() throws InterruptedIOException {
        try {
            take(subject.look());
        } catch (IOException trouble) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted while watching");
            }
            warn(String.valueOf(trouble.getMessage()));
        }
    }

    private void take(News news) {
        switch (news) {
            case News.Same _ -> lastTrouble = "";
            case News.Denied(var reply) -> warn(reply.problem());
            case News.Changed(var title, var records) -> {
                lastTrouble = "";
                changes++;
                console.answer(TIME.format(world.clock().instant()) + " " + title);
                ChangeLines.show(records, console);
            }
        }
    }

    /// A server that stays away is told of once.
    private void warn(String trouble) {
        if (!trouble.equals(lastTrouble)) {
            console.warning(trouble + "; looking again");
        }
        lastTrouble = trouble;
    }
}
