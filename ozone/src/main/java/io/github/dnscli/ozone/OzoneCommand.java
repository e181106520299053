package io.github.dnscli.ozone;

import io.github.dnscli.cli.Choice;
import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Launcher;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.NameArgument;
import io.github.dnscli.cli.World;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `ozone`: checks zone files.
public final class OzoneCommand implements Command {

    /// Makes the command.
    public OzoneCommand() {}

    /// Runs the command and ends the process.
    public static void main(String[] arguments) {
        Launcher.main(new OzoneCommand(), arguments);
    }

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("ozone");
        spec.usageMessage().description("Check zone files, alone or against their predecessors.");
        spec.addOption(
                OptionSpec.builder(OzoneOptions.OLD)
                        .arity("1")
                        .paramLabel("FILE")
                        .type(String.class)
                        .description(
                                "Check the zone also as the successor of the one in this file;"
                                        + " '-' is standard input.")
                        .build());
        spec.addOption(
                Choice.option(OzoneOptions.FORMAT, Format.class)
                        .paramLabel("FORMAT")
                        .description(
                                "How to write findings: text (default), json, sarif or github.")
                        .build());
        spec.addOption(
                OptionSpec.builder(OzoneOptions.JSON)
                        .arity("0")
                        .type(boolean.class)
                        .description("The same as --format json.")
                        .build());
        spec.addOption(
                NameArgument.option(OzoneOptions.ZONE_NAME)
                        .paramLabel("NAME")
                        .description("Name of the zone (default: told by the name of the file).")
                        .build());
        spec.addPositional(
                PositionalParamSpec.builder()
                        .arity("1..*")
                        .required(true)
                        .paramLabel("FILE")
                        .type(String[].class)
                        .description("Zone files or key files; '-' is standard input.")
                        .build());
        return spec;
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        """
                        Reads each FILE as a zone file and reports everything that is wrong with it in one run: \
                        file, line, column, severity, what is wrong, and the permanent id of the rule in \
                        brackets, with the line in question below and a hint where one helps. A zone \
                        without errors is confirmed by 'successfully checked zone NAME'; warnings and notes do not \
                        count as errors.""",
                        """
                        The name of the file tells the name of the zone: example.com, example.com.zone and \
                        db.example.com all hold example.com. It is the origin until the first $ORIGIN. \
                        Files named _keys or ZONE._keys are checked as key files.""",
                        """
                        With --old, the serial must be newer than that of the old file (RFC 1982) unless nothing \
                        has changed. An empty FILE then means that the zone is removed, and an empty old file that \
                        it is new. Only the serial of the old file matters; its own errors are not reported.""",
                        """
                        Of several files each is checked, whatever becomes of the others, and the worst outcome \
                        counts: a file that cannot be read (status 3) before a zone with errors (status 1).""")
                .example("Check a zone.", "ozone example.com")
                .example(
                        "Check what is about to be committed against what is in git.",
                        "git show HEAD:example.com | ozone --old - example.com")
                .example("Check standard input.", "ozone --zone-name example.com - < draft")
                .file("FILE", "A zone file (RFC 1035) of at most 1 GiB; only read.")
                .seeAlso("onotify(1)", "oupdate(1)");
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) {
        var options = OzoneOptions.of(parsed);
        var view = options.format().view(console);
        return switch (new FileChecker(world).check(options, view::show)) {
            case Inspection.Misused(var problem) -> console.usageError(problem);
            case Inspection.Stopped stopped -> stop(stopped, console);
            case Inspection.Done done -> {
                view.end(done);
                yield done.tally().status();
            }
        };
    }

    private static ExitStatus stop(Inspection.Stopped stopped, Console console) {
        console.error(stopped.problem());
        if (!stopped.hint().isEmpty()) {
            console.hint(stopped.hint());
        }
        return ExitStatus.UNKNOWN;
    }
}
