package io.github.dnscli.cli.document;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Launcher;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.Version;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The manual page of a command, section 1, in man(7).
public final class ManualPage {

    private final Model model;
    private final Manual manual;
    private final Roff page = new Roff();

    private ManualPage(Command command) {
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
        entries("ENVIRONMENT", manual.environment());
        entries("FILES", manual.files());
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
        page.request(Roff.escape(model.name()) + " \\- " + Roff.escape(model.purposeInLine()));
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
            model.subcommands().values().forEach(this::subcommand);
        }
    }

    private void subcommand(Model below) {
        page.request(".SS " + Synopsis.line(below));
        page.flow(below.purpose());
        below.positionals()
                .forEach(one -> page.entry(Roff.italic(one.paramLabel()), Model.description(one)));
        below.ownOptions().forEach(this::option);
        below.subcommands().values().forEach(this::subcommand);
    }

    private void exitStatus() {
        page.section("EXIT STATUS");
        for (var status : ExitStatus.values()) {
            page.entry(Roff.bold(Integer.toString(status.code())), status.meaning());
        }
    }

    private void entries(String title, List<Manual.Entry> entries) {
        if (!entries.isEmpty()) {
            page.section(title);
            entries.forEach(entry -> page.entry(Roff.bold(entry.name()), entry.meaning()));
        }
    }

    private void examples() {
        if (!manual.examples().isEmpty()) {
            page.section("EXAMPLES");
            example(manual.examples().getFirst());
            manual.examples().stream().skip(1).forEach(this::nextExample);
        }
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
