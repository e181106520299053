package io.github.dnscli.ozone;

import io.github.dnscli.cli.NameArgument;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import io.github.dnscli.common.record.SerialPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// What the user said to `ozone`.
///
/// @param task what is to be done
/// @param files the files and folders to check, `-` being standard input
/// @param zoneName the zone of the only one of them
/// @param comparison what they are compared with
/// @param diff whether to show what changes
/// @param serialForm how to raise serials, if they are to be raised
/// @param severities how much findings matter
/// @param limits what some rules are measured by
/// @param baseline the findings that are accepted
/// @param timeout how long git may take, each time
/// @param format how to write findings
record OzoneOptions(
        Task task,
        List<String> files,
        Optional<DomainName> zoneName,
        Comparison comparison,
        boolean diff,
        Optional<SerialPolicy> serialForm,
        SeverityPolicy severities,
        Limits limits,
        Optional<BaselineWish> baseline,
        Duration timeout,
        Format format) {

    static final String ZONE_NAME = "--zone-name";

    /// What NSD says to its verifier (nsd.conf(5)): the name of the zone, and whether it comes on standard input.
    static final String NSD_ZONE = "VERIFY_ZONE";

    private static final String STANDARD_INPUT = "-";

    OzoneOptions {
        files = List.copyOf(files);
    }

    static void addTo(CommandSpec spec) {
        spec.addOption(
                NameArgument.option(ZONE_NAME)
                        .paramLabel("NAME")
                        .description("Name of the zone (default: told by the name of the file).")
                        .build());
        ComparisonOptions.addTo(spec);
        RuleOptions.addTo(spec);
        ReportOptions.addTo(spec);
        TaskOptions.addTo(spec);
        addFilesTo(spec);
    }

    static void addFilesTo(CommandSpec spec) {
        spec.addPositional(
                PositionalParamSpec.builder()
                        .arity("0..*")
                        .paramLabel("FILE")
                        .type(String[].class)
                        .description(
                                "Zone files, key files, or folders of them; '-' is standard input.")
                        .build());
    }

    static OzoneOptions of(ParseResult parsed, Map<String, String> environment) {
        var comparison = ComparisonOptions.comparison(parsed);
        var task = TaskOptions.task(parsed);
        var files = files(parsed, task, comparison, environment);
        return new OzoneOptions(
                task,
                files,
                zoneName(parsed, files, environment),
                comparison,
                parsed.hasMatchedOption(ComparisonOptions.DIFF),
                ComparisonOptions.serialForm(parsed),
                RuleOptions.severities(parsed),
                RuleOptions.limits(parsed),
                ReportOptions.baseline(parsed),
                ComparisonOptions.timeout(parsed),
                ReportOptions.format(parsed));
    }

    /// NSD runs a verifier without arguments as gladly as with some.
    private static List<String> files(
            ParseResult parsed, Task task, Comparison comparison, Map<String, String> environment) {
        var named = List.of(parsed.matchedPositionalValue(0, new String[0]));
        boolean verifies =
                named.isEmpty()
                        && task instanceof Task.CheckFiles
                        && comparison instanceof Comparison.None
                        && environment.containsKey(NSD_ZONE);
        return verifies ? List.of(STANDARD_INPUT) : named;
    }

    private static Optional<DomainName> zoneName(
            ParseResult parsed, List<String> files, Map<String, String> environment) {
        DomainName said = parsed.matchedOptionValue(ZONE_NAME, null);
        if (said != null || !files.equals(List.of(STANDARD_INPUT))) {
            return Optional.ofNullable(said);
        }
        return Optional.ofNullable(environment.get(NSD_ZONE))
                .flatMap(
                        name ->
                                DomainName.parse(name, DomainName.ROOT)
                                                instanceof ParsedName.Valid(var zone)
                                        ? Optional.of(zone)
                                        : Optional.empty());
    }
}
