package io.github.dnscli.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// Arguments in files: `@FILE` on a command line stands for the words in the file.
///
/// The value of an option is never taken for one, as `@FILE` is a spelling of keys and of servers too; picocli's own
/// expansion does not know the difference.
final class ArgumentFiles {

    private final CommandLine model;
    private final World world;

    ArgumentFiles(CommandLine model, World world) {
        this.model = model;
        this.world = world;
    }

    /// {@return the arguments with those of the files in their places}
    ///
    /// @throws IOException if a file cannot be read
    List<String> expand(List<String> arguments) throws IOException {
        var all = new ArrayList<String>();
        String before = "";
        for (String argument : arguments) {
            if (argument.startsWith("@") && !wantsValue(before)) {
                all.addAll(words(argument.substring(1)));
            } else {
                all.add(argument);
            }
            before = argument;
        }
        return all;
    }

    private List<String> words(String file) throws IOException {
        return ArgumentText.words(SmallFile.read(world.file(file)));
    }

    private boolean wantsValue(String argument) {
        return argument.startsWith("-")
                && options(model)
                        .filter(option -> isMeant(option, argument))
                        .anyMatch(option -> option.arity().max() > 0);
    }

    /// Options may be abbreviated.
    private static boolean isMeant(OptionSpec option, String argument) {
        return Stream.of(option.names()).anyMatch(name -> name.startsWith(argument));
    }

    private static Stream<OptionSpec> options(CommandLine model) {
        return Stream.concat(
                model.getCommandSpec().options().stream(),
                model.getSubcommands().values().stream().flatMap(ArgumentFiles::options));
    }
}
