package io.github.dnscli.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// One of the programs: what can be said to it, and what it does then.
///
/// The model is built from values, without annotations: they cost a third of a short run. Descriptions in it are format
/// strings, so a percent sign is written `%%`.
public interface Command {

    /// {@return the name of the program, its options and parameters, and one line on what it is for; a fresh one each
    /// time, without the standard options, which the [Launcher] adds}
    CommandSpec spec();

    /// {@return name and parameters of the program alone, for command lines on which no word looks like an option, if that
    /// happens often and the options take long to describe; of what nobody says nothing is matched}
    default Optional<CommandSpec> specWithoutOptions() {
        return Optional.empty();
    }

    /// {@return the programs within this one, each called by its name; they are added to the model, and a command line
    /// that names one of them is run by it}
    default List<Command> subcommands() {
        return List.of();
    }

    /// {@return whether `@FILE` on the command line stands for the words in the file; asked of the outermost program only}
    default boolean takesArgumentFiles() {
        return false;
    }

    /// {@return whether it runs until it is told to end, so that nobody waits for what it asks other servers}; asked of the
    /// outermost program only
    default boolean isServer() {
        return false;
    }

    /// {@return what its manual page says beyond options and exit status}
    Manual manual();

    /// Does what the user said.
    ///
    /// @param parsed the command line, from the name of this command on; that of a subcommand which the model has and
    ///     [#subcommands()] has not is its [ParseResult#subcommand()]
    /// @return what to tell the shell
    /// @throws IOException if the machine stood in the way; the message is shown to the user, with status
    ///     [ExitStatus#UNKNOWN]
    ExitStatus run(ParseResult parsed, World world, Console console) throws IOException;
}
