package io.github.dnscli.ozone;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Launcher;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.World;
import io.github.dnscli.cli.progress.Work;
import io.github.dnscli.ozone.git.GitTrouble;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
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
        var spec = name();
        spec.usageMessage().description("Check zone files, alone or against their predecessors.");
        OzoneOptions.addTo(spec);
        return spec;
    }

    /// Before a commit it is told files only, and its options are many.
    @Override
    public Optional<CommandSpec> specWithoutOptions() {
        var spec = name();
        OzoneOptions.addFilesTo(spec);
        return Optional.of(spec);
    }

    private static CommandSpec name() {
        return CommandSpec.create().name("ozone");
    }

    @Override
    public Manual manual() {
        return OzoneManual.text();
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) throws IOException {
        var options = OzoneOptions.of(parsed, world.environment());
        var problem = ContradictoryOptions.problem(parsed, options, world.environment());
        return problem.isPresent()
                ? console.usageError(problem.get())
                : run(options, world, console);
    }

    private static ExitStatus run(OzoneOptions options, World world, Console console)
            throws IOException {
        return switch (options.task()) {
            case Task.CheckFiles _ -> check(options, world, console);
            case Task.InstallHook _ -> installHook(options, world, console);
            case Task.ListChecks _ -> new Explanation(Guide.read(), console).list(options.format());
            case Task.Explain(var id) ->
                    new Explanation(Guide.read(), console).explain(id, options.format());
        };
    }

    private static ExitStatus check(OzoneOptions options, World world, Console console)
            throws IOException {
        var view = options.format().view(console);
        return switch (inspect(options, world, console, view)) {
            case Inspection.Misused(var problem) -> console.usageError(problem);
            case Inspection.Stopped(var problem, var hint) -> stop(problem, hint, console);
            case Inspection.Done done -> {
                view.end(done);
                yield done.tally().status();
            }
        };
    }

    private static Inspection inspect(OzoneOptions options, World world, Console console, View view)
            throws IOException {
        var pace = new Pace();
        try (var _ = console.progress().begin(Work.of("checking").counting(pace::text))) {
            return Inspector.of(world, options, pace).inspect(view::show);
        }
    }

    private static ExitStatus installHook(OzoneOptions options, World world, Console console)
            throws IOException {
        try {
            return new HookView(console).show(HookInstaller.install(world, options.timeout()));
        } catch (GitTrouble trouble) {
            return stop(String.valueOf(trouble.getMessage()), trouble.hint(), console);
        }
    }

    private static ExitStatus stop(String problem, String hint, Console console) {
        console.error(problem);
        if (!hint.isEmpty()) {
            console.hint(hint);
        }
        return ExitStatus.UNKNOWN;
    }
}
