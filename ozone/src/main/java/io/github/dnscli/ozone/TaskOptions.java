package io.github.dnscli.ozone;

import io.github.dnscli.common.finding.Check;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The options that ask for something else than checking files.
final class TaskOptions {

    static final String LIST_CHECKS = "--list-checks";
    static final String EXPLAIN = "--explain";
    static final String INSTALL_HOOK = "--install-hook";

    private TaskOptions() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(
                PlainOption.flag(
                        INSTALL_HOOK,
                        "Have git check what is staged before each commit: write a pre-commit hook that runs"
                                + " 'ozone --staged'; a hook of others is left alone."));
        spec.addOption(PlainOption.flag(LIST_CHECKS, "List all checks with their severities."));
        spec.addOption(
                OptionSpec.builder(EXPLAIN)
                        .arity("1")
                        .paramLabel("ID")
                        .type(String.class)
                        .completionCandidates(
                                () -> KnownChecks.all().stream().map(Check::id).iterator())
                        .description("Explain what a check is about, and what to do.")
                        .build());
    }

    static Task task(ParseResult parsed) {
        if (parsed.hasMatchedOption(INSTALL_HOOK)) {
            return new Task.InstallHook();
        }
        if (parsed.hasMatchedOption(LIST_CHECKS)) {
            return new Task.ListChecks();
        }
        return Optional.<String>ofNullable(parsed.matchedOptionValue(EXPLAIN, null))
                .<Task>map(Task.Explain::new)
                .orElseGet(Task.CheckFiles::new);
    }

    /// {@return those of the options that were given}
    static List<String> given(ParseResult parsed) {
        return Stream.of(INSTALL_HOOK, LIST_CHECKS, EXPLAIN)
                .filter(parsed::hasMatchedOption)
                .toList();
    }
}
