package io.github.dnscli.ozone;

import io.github.dnscli.common.text.ZoneFileName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.ParseResult;

/// Words that make no sense together, or not enough of them.
final class ContradictoryOptions {

    private static final String NSD_FEEDS = "VERIFY_ZONE_ON_STDIN";

    private final ParseResult parsed;
    private final OzoneOptions options;
    private final Map<String, String> environment;

    private ContradictoryOptions(
            ParseResult parsed, OzoneOptions options, Map<String, String> environment) {
        this.parsed = parsed;
        this.options = options;
        this.environment = environment;
    }

    /// {@return why what the user said makes no sense}
    static Optional<String> problem(
            ParseResult parsed, OzoneOptions options, Map<String, String> environment) {
        var words = new ContradictoryOptions(parsed, options, environment);
        return first(
                List.of(
                        words::inTask,
                        words::inRivals,
                        words::inFiles,
                        words::inStandardInput,
                        words::inOldFile,
                        words::inWishes));
    }

    private static Optional<String> first(List<Supplier<Optional<String>>> questions) {
        return questions.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> when(boolean wrong, String problem) {
        return wrong ? Optional.of(problem) : Optional.empty();
    }

    private boolean has(String option) {
        return parsed.hasMatchedOption(option);
    }

    private List<String> files() {
        return options.files();
    }

    private Optional<String> inTask() {
        var tasks = TaskOptions.given(parsed);
        if (tasks.size() > 1) {
            return Optional.of(
                    "'%s' and '%s' are two wishes".formatted(tasks.get(0), tasks.get(1)));
        }
        return when(
                !tasks.isEmpty() && !files().isEmpty(),
                tasks.isEmpty() ? "" : "'" + tasks.getFirst() + "' goes without FILE");
    }

    private Optional<String> inRivals() {
        var rivals = ComparisonOptions.rivals(parsed).toList();
        if (rivals.size() > 1) {
            return Optional.of(
                    "'%s' and '%s' each say what to compare with"
                            .formatted(rivals.get(0), rivals.get(1)));
        }
        return when(
                ReportOptions.isTornBetweenFormats(parsed),
                "'--json' and '--format' each say how to write findings");
    }

    private Optional<String> inFiles() {
        boolean fromGit =
                options.comparison() instanceof Comparison.Staged
                        || options.comparison() instanceof Comparison.Revision;
        boolean missing =
                options.task() instanceof Task.CheckFiles && files().isEmpty() && !fromGit;
        if (missing) {
            return Optional.of("missing FILE");
        }
        return when(
                options.zoneName().isPresent() && files().size() != 1,
                "'--zone-name' goes with one FILE, and here are " + files().size());
    }

    private Optional<String> inStandardInput() {
        if (files().stream().noneMatch(Disk::isStandardInput)) {
            return Optional.empty();
        }
        return switch (options.comparison()) {
            case Comparison.Staged _, Comparison.Revision _ ->
                    Optional.of("standard input is in no repository");
            case Comparison.None _, Comparison.OldFile _ ->
                    first(
                            List.of(
                                    () ->
                                            when(
                                                    options.serialForm().isPresent(),
                                                    "'--fix-serial' goes with files, and standard input is none"),
                                    this::inVerifier,
                                    () ->
                                            when(
                                                    options.zoneName().isEmpty(),
                                                    "standard input has no name: say the zone's with '--zone-name'")));
        };
    }

    private Optional<String> inVerifier() {
        return when(
                environment.containsKey(OzoneOptions.NSD_ZONE)
                        && "no".equals(environment.get(NSD_FEEDS)),
                "NSD does not feed the zone to its verifier: say 'verifier-feed-zone: yes'");
    }

    private Optional<String> inOldFile() {
        return options.comparison() instanceof Comparison.OldFile(var old) && !files().isEmpty()
                ? inOldFile(old)
                : Optional.empty();
    }

    private Optional<String> inOldFile(String old) {
        if (files().size() > 1) {
            return Optional.of("'--old' goes with one FILE, and here are " + files().size());
        }
        String file = files().getFirst();
        if (new ZoneFileName(Candidate.baseName(file)).isOfKeys()) {
            return Optional.of("'--old' is for zones, and '" + file + "' holds keys");
        }
        return when(
                Disk.isStandardInput(old) && files().contains(old),
                "standard input is either FILE or the old file, not both");
    }

    private Optional<String> inWishes() {
        boolean alone = options.comparison() instanceof Comparison.None;
        return first(
                List.of(
                        () ->
                                when(
                                        alone && options.diff(),
                                        "'--diff' wants a version before: say '--old', '--against' or '--staged'"),
                        () ->
                                when(
                                        alone && options.limits().maxDeleted().isPresent(),
                                        "'--max-delete' wants a version before: say '--old', '--against' or '--staged'"),
                        () ->
                                when(
                                        has(ComparisonOptions.STAGED)
                                                && options.serialForm().isPresent(),
                                        "'--fix-serial' changes files on the disk, and '--staged' does not look at them"),
                        () ->
                                when(
                                        has(ReportOptions.UPDATE_BASELINE)
                                                && !has(ReportOptions.BASELINE),
                                        "'--update-baseline' wants to know the file: say '--baseline'")));
    }
}
