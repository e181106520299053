package io.github.dnscli.cli.document;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Launcher;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.Version;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The manual page of a command, section 1, in man(7).
public final class ManualPage {

    private final Command command;
    private final Model model;
    private final Manual manual;
    private final Roff page = new Roff();

    private ManualPage(Command command) {
        this.command = command;
        this.model = Model.of(Launcher.model(command));
        this.manual = command.manual();
    }

    /// {@return the page}
    public static String of(Command command) {
        var writer = new ManualPage(command);
        writer.write();
        return writer.page.toString();
    }

    private void write() {
        head();
        Synopsis.write(model, page);
        description();
        arguments(model.positionals());
        options("OPTIONS", model.ownOptions());
        subcommands();
        options("COMMON OPTIONS", model.standardOptions());
        exitStatus();
        entries("ENVIRONMENT", all(command, Manual::environment));
        entries("FILES", all(command, Manual::files));
        examples();
        seeAlso();
    }

    private void head() {
        page.request(".\\\" Generated from the command itself: change it there.");
        page.request(
                ".TH %s 1 %s \"dns\\-cli\" \"dns\\-cli for Java\""
                        .formatted(
                                Roff.escape(model.name().toUpperCase(Locale.ROOT)),
                                Version.date()));
        page.section("NAME");
        page.flow(model.name() + " - " + model.purposeInLine());
    }

    private void description() {
        page.section("DESCRIPTION");
        paragraphs(manual.description());
    }

    private void paragraphs(List<String> texts) {
        page.flow(texts.getFirst());
        texts.stream().skip(1).forEach(text -> page.request(".PP").flow(text));
    }

    private void arguments(List<PositionalParamSpec> positionals) {
        if (!positionals.isEmpty()) {
            page.section("ARGUMENTS");
            positionals.forEach(
                    one -> page.entry(Roff.italic(one.paramLabel()), Model.description(one)));
        }
    }

    private void options(String title, Collection<OptionSpec> options) {
        if (!options.isEmpty()) {
            page.section(title);
            options.forEach(this::option);
        }
    }

    private void option(OptionSpec option) {
        page.entry(tag(option), Model.description(option));
    }

    private static String tag(OptionSpec option) {
        return Stream.of(option.names())
                .map(name -> Roff.bold(name) + value(name, option))
                .collect(Collectors.joining(", "));
    }

    private static String value(String name, OptionSpec option) {
        if (Model.isFlag(option)) {
            return "";
        }
        return (name.startsWith("--") ? "=" : " ") + Roff.italic(option.paramLabel());
    }

    private void subcommands() {
        if (!model.subcommands().isEmpty()) {
            page.section("COMMANDS");
            subcommands(command, model);
        }
    }

    private void subcommands(Command above, Model known) {
        known.subcommands().forEach((name, below) -> subcommand(name, below, above));
    }

    private void subcommand(String name, Model below, Command above) {
        page.request(".SS " + Synopsis.line(below));
        var own =
                above.subcommands().stream()
                        .filter(one -> one.spec().name().equals(name))
                        .findFirst();
        own.ifPresentOrElse(
                one -> paragraphs(one.manual().description()), () -> page.flow(below.purpose()));
        below.positionals()
                .forEach(one -> page.entry(Roff.italic(one.paramLabel()), Model.description(one)));
        below.ownOptions().forEach(this::option);
        subcommands(own.orElse(above), below);
    }

    private void exitStatus() {
        page.section("EXIT STATUS");
        for (var status : ExitStatus.values()) {
            page.entry(Roff.bold(Integer.toString(status.code())), status.meaning());
        }
    }

    /// {@return the entries of a command and of all within it, each once}
    private static List<Manual.Entry> all(
            Command command, Function<Manual, List<Manual.Entry>> entries) {
        var below = command.subcommands().stream().flatMap(one -> all(one, entries).stream());
        return Stream.concat(entries.apply(command.manual()).stream(), below).distinct().toList();
    }

    private void entries(String title, List<Manual.Entry> entries) {
        if (!entries.isEmpty()) {
            page.section(title);
            entries.forEach(entry -> page.entry(Roff.bold(entry.name()), entry.meaning()));
        }
    }

    private void examples() {
        var examples = examples(command).toList();
        if (!examples.isEmpty()) {
            page.section("EXAMPLES");
            example(examples.getFirst());
            examples.stream().skip(1).forEach(this::nextExample);
        }
    }

    /// {@return the examples of a command and of all within it}
    private static Stream<Manual.Example> examples(Command command) {
        return Stream.concat(
                command.manual().examples().stream(),
                command.subcommands().stream().flatMap(ManualPage::examples));
    }

    private void nextExample(Manual.Example example) {
        page.request(".PP");
        example(example);
    }

    private void example(Manual.Example example) {
        page.flow(example.purpose()).verbatim(example.commandLine());
    }

    private void seeAlso() {
        if (!manual.seeAlso().isEmpty()) {
            page.section("SEE ALSO");
            page.request(
                    manual.seeAlso().stream()
                            .map(ManualPage::reference)
                            .collect(Collectors.joining(",\n")));
        }
    }

    private static String reference(String page) {
        int bracket = page.indexOf('(');
        return Roff.bold(page.substring(0, bracket)) + page.substring(bracket);
    }
}
