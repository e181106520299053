package io.github.dnscli.cli.document;

import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The section of a manual page that shows what can be typed.
final class Synopsis {

    private Synopsis() {}

    static void write(Model model, Roff page) {
        page.section("SYNOPSIS");
        if (model.subcommands().isEmpty()) {
            command(model, page);
        } else {
            commands(model, page);
        }
    }

    /// Of a program whose commands have pages of their own, and which may do something without them.
    static void overview(Model model, Roff page) {
        page.section("SYNOPSIS");
        if (!model.ownOptions().isEmpty() || !model.positionals().isEmpty()) {
            alone(model, page);
            page.request(".PP");
        }
        page.request(Roff.bold(model.fullName()));
        page.request("[" + Roff.italic("common options") + "]");
        page.request(Roff.italic("command"));
        page.request("[" + Roff.italic("arguments") + "]");
    }

    private static void commands(Model model, Roff page) {
        boolean first = true;
        for (var below : model.subcommands().values()) {
            if (!first) {
                page.request(".PP");
            }
            command(below, page);
            first = false;
        }
    }

    /// One part a line: the formatter joins them, and the source stays readable.
    private static void command(Model model, Roff page) {
        alone(model, page);
        if (!model.subcommands().isEmpty()) {
            page.request("[" + alternatives(model) + "]");
        }
    }

    private static void alone(Model model, Roff page) {
        page.request(Roff.bold(model.fullName()));
        model.ownOptions().forEach(option -> page.request(option(option)));
        page.request("[" + Roff.italic("common options") + "]");
        model.positionals().forEach(one -> page.request(positional(one)));
    }

    private static String alternatives(Model model) {
        return model.subcommands().keySet().stream()
                .map(Roff::bold)
                .collect(Collectors.joining("|"));
    }

    /// {@return the heading of a subcommand}
    static String line(Model model) {
        String positionals =
                model.positionals().stream()
                        .map(one -> " " + positional(one))
                        .collect(Collectors.joining());
        return Roff.bold(model.fullName()) + positionals;
    }

    private static String option(OptionSpec option) {
        String name = option.names()[0];
        String sign = name.startsWith("--") ? "=" : " ";
        String value = Model.isFlag(option) ? "" : sign + Roff.italic(option.paramLabel());
        return optional(Roff.bold(name) + value, option);
    }

    private static String positional(PositionalParamSpec one) {
        return optional(Roff.italic(one.paramLabel()), one);
    }

    private static String optional(String text, ArgSpec argument) {
        String whole = argument.required() ? text : "[" + text + "]";
        return Model.isRepeatable(argument) ? whole + " .\\|.\\|." : whole;
    }
}
