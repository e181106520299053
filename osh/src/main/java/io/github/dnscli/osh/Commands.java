package io.github.dnscli.osh;

import io.github.dnscli.cli.Command;
import io.github.dnscli.ocertify.OcertifyCommand;
import io.github.dnscli.onotify.OnotifyCommand;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.osh.builtin.ExitCommand;
import io.github.dnscli.osh.builtin.FolderCommand;
import io.github.dnscli.osh.builtin.HelpCommand;
import io.github.dnscli.osh.builtin.HistoryCommand;
import io.github.dnscli.osh.builtin.PlaceCommand;
import io.github.dnscli.osh.builtin.UseCommand;
import io.github.dnscli.osh.context.Session;
import io.github.dnscli.osh.look.DigCommand;
import io.github.dnscli.osh.look.LsCommand;
import io.github.dnscli.osh.look.WatchCommand;
import io.github.dnscli.osh.zone.Answers;
import io.github.dnscli.osh.zone.ZoneCommand;
import io.github.dnscli.otlsafetch.OtlsaFetchCommand;
import io.github.dnscli.oupdate.OupdateCommand;
import io.github.dnscli.ozone.OzoneCommand;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// All commands of the shell.
final class Commands {

    /// Those of the house that are programs of their own.
    static final List<Command> PROGRAMS =
            List.of(
                    new OzoneCommand(),
                    new OnotifyCommand(),
                    new OupdateCommand(),
                    new OcertifyCommand(),
                    new OtlsaFetchCommand(),
                    new OserveCommand());

    /// {@return those that only the shell has: they look at zones and change them}
    ///
    /// @param answers how to ask the operator
    static List<Command> own(Answers answers) {
        return List.of(
                new DigCommand(), new LsCommand(), new ZoneCommand(answers), new WatchCommand());
    }

    private Commands() {}

    /// {@return all commands, with those that are about the session itself}
    ///
    /// @param typed the lines that were typed
    /// @param answers how to ask the operator
    static List<Command> of(Session session, Supplier<List<String>> typed, Answers answers) {
        return new Object() {
            final List<Command> all =
                    Stream.of(words(), own(answers).stream(), PROGRAMS.stream())
                            .flatMap(commands -> commands)
                            .toList();

            Stream<Command> words() {
                return Stream.of(
                        new UseCommand(session),
                        new HelpCommand(() -> this.all),
                        new HistoryCommand(typed),
                        new FolderCommand(session),
                        new PlaceCommand(),
                        new ExitCommand("exit", session),
                        new ExitCommand("quit", session));
            }
        }.all;
    }
}
