package io.github.dnscli.dist.document;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.document.ManualPage;
import io.github.dnscli.cli.document.MarkdownPage;
import io.github.dnscli.dist.file.Template;
import io.github.dnscli.dist.program.Programs;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The manual pages that are not about one command: guides, and an overview.
final class GuidePages {

    private GuidePages() {}

    /// {@return each page by the name of its file}
    static Map<String, String> all() {
        return Map.of(
                "ozone-checks.5",
                MarkdownPage.of(
                        "ozone-checks",
                        5,
                        "what ozone checks, and what its findings mean",
                        Template.read(GuidePages.class, "checks.md"),
                        List.of("ozone(1)", "dns-cli-keys(5)", "dns-cli(7)")),
                "dns-cli-keys.5",
                MarkdownPage.of(
                        "dns-cli-keys",
                        5,
                        "TSIG keys: spellings, files and rights",
                        Template.read(GuidePages.class, "keys.md"),
                        List.of(
                                "oupdate(1)",
                                "oserve-primary(1)",
                                "ozone-checks(5)",
                                "dns-cli(7)",
                                "tsig-keygen(8)")),
                "dns-cli.7",
                MarkdownPage.of(
                        "dns-cli",
                        7,
                        "zones in git, records from scripts, certificates through the DNS",
                        overview(),
                        List.of(
                                Stream.concat(
                                                commandPages(),
                                                Stream.of("dns-cli-keys(5)", "ozone-checks(5)"))
                                        .toArray(String[]::new))));
    }

    private static Stream<String> commandPages() {
        return Programs.ALL.stream()
                .flatMap(program -> ManualPage.all(program.command()).keySet().stream())
                .map(name -> name + "(1)");
    }

    private static String overview() {
        return Template.read(GuidePages.class, "dns-cli.md")
                .replace("{commands}", table(commands()))
                .replace("{statuses}", table(statuses()))
                .replace("{environment}", table(environment()));
    }

    private static Stream<Manual.Entry> commands() {
        return Programs.ALL.stream()
                .map(program -> new Manual.Entry(program.name(), program.purpose()));
    }

    private static Stream<Manual.Entry> statuses() {
        return Arrays.stream(ExitStatus.values())
                .map(status -> new Manual.Entry(Integer.toString(status.code()), status.meaning()));
    }

    /// {@return what the commands say of environment variables, and what holds for all}
    private static Stream<Manual.Entry> environment() {
        var entries = new TreeMap<String, String>();
        entries.put("NO_COLOR", "If it is set, nothing is coloured.");
        entries.put("DNSCLI_JAVA_HOME", "The Java that runs the commands.");
        Programs.ALL.stream()
                .flatMap(program -> variables(program.command()))
                .forEach(entry -> entries.merge(entry.name(), entry.meaning(), (one, _) -> one));
        return entries.entrySet().stream()
                .map(entry -> new Manual.Entry(entry.getKey(), entry.getValue()));
    }

    private static Stream<Manual.Entry> variables(Command command) {
        return Stream.concat(
                command.manual().environment().stream(),
                command.subcommands().stream().flatMap(GuidePages::variables));
    }

    private static String table(Stream<Manual.Entry> entries) {
        return entries.map(entry -> "| `%s` | %s |".formatted(entry.name(), entry.meaning()))
                .collect(Collectors.joining("\n", "| | |\n|---|---|\n", ""));
    }
}
