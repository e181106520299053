package io.github.dnscli.cli.document;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// What something is for, in one line: as menus show it.
public final class Summary {

    private Summary() {}

    /// {@return what an option or a parameter is for, without the full stop}
    public static String of(ArgSpec argument) {
        return Model.summary(argument);
    }

    /// {@return what a command is for, without capital and full stop}
    public static String of(CommandSpec spec) {
        return new Model(spec).purposeInLine();
    }
}
