package io.github.dnscli.cli.document;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Launcher;
import io.github.dnscli.cli.Manual;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The manual pages of a command, section 1, in man(7).
public final class ManualPage {

    private final Command command;
    private final Model model;
    private final Manual manual;
    private final List<String> seeAlso;
    private final Roff page = new Roff();

    private ManualPage(Command command, Model model, List<String> seeAlso) {
        this.command = command;
        this.model = model;
        this.manual = command.manual();
        this.seeAlso = Stream.concat(seeAlso.stream(), manual.seeAlso().stream()).toList();
    }

    /// {@return one page with everything}
    public static String of(Command command) {
        return whole(command, Model.of(Launcher.model(command)), List.of());
    }

    /// {@return the pages by their names}: of a program that is several in one, an overview and a page for each, which
    /// `man oserve primary` finds
    public static SequencedMap<String, String> all(Command command) {
        if (command.subcommands().isEmpty()) {
            return new TreeMap<>(Map.of(command.spec().name(), of(command)));
        }
        var model = Model.of(Launcher.model(command));
        var pages = new TreeMap<String, String>();
        pages.put(model.name(), overview(command, model));
        for (var one : command.subcommands()) {
            var below = model.subcommand(one.spec().name());
            pages.put(name(below), whole(one, below, List.of(model.name() + "(1)")));
        }
        return pages;
    }

    private static String whole(Command command, Model model, List<String> seeAlso) {
        var writer = new ManualPage(command, model, seeAlso);
        writer.write();
        return writer.page.toString();
    }

    private static String overview(Command command, Model model) {
        var pages =
                model.subcommands().values().stream().map(below -> name(below) + "(1)").toList();
        var writer = new ManualPage(command, model, pages);
        writer.writeOverview();
        return writer.page.toString();
    }

    private static String name(Model model) {
        return model.fullName().replace(' ', '-');
    }

    private void writeOverview() {
        head();
        Synopsis.overview(model, page);
        description();
        arguments(model.positionals());
        options("OPTIONS", model.ownOptions());
        page.section("COMMANDS");
        model.subcommands().values().forEach(this::mention);
        options("COMMON OPTIONS", model.standardOptions());
        exitStatus();
        entries("ENVIRONMENT", manual.environment());
        entries("FILES", manual.files());
        examples(manual.examples());
        seeAlso();
    }

    private void mention(Model below) {
        page.request(".TP").request(Roff.bold(below.fullName()));
        page.flow(below.purpose()).request("See").references(List.of(name(below) + "(1)"));
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
        examples(examples(command).toList());
        seeAlso();
    }

    private void head() {
        page.request(".\\\" Generated from the command itself: change it there.");
        page.title(name(model), 1);
        page.flow(name(model) + " - " + model.purposeInLine());
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

    private void examples(List<Manual.Example> examples) {
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
        if (!seeAlso.isEmpty()) {
            page.section("SEE ALSO").references(seeAlso);
        }
    }
}
