package io.github.dnscli.oserve.certifier;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.World;
import io.github.dnscli.oserve.log.LogOption;
import io.github.dnscli.oserve.serving.Termination;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `oserve certifier`: answers signing requests in zones with certificates.
public final class CertifierCommand implements Command {

    /// Makes the command.
    public CertifierCommand() {}

    @Override
    public List<Command> subcommands() {
        return List.of(
                new StandingsCommand(),
                new RevokeCommand(),
                new RootCommand(),
                new CrlCommand(),
                new RolloverCommand());
    }

    /// What is needed is not marked as such: the subcommands need none of it.
    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("certifier");
        spec.usageMessage().description("Answer signing requests in zones with certificates.");
        CertifierOptions.addTo(spec);
        return spec;
    }

    @Override
    public Manual manual() {
        return CertifierManual.text();
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) throws IOException {
        var options = CertifierOptions.of(parsed, world, console);
        var log = LogOption.open(parsed, world, console);
        return switch (options.course()) {
            case STAY ->
                    Termination.await(() -> WatchingCertifier.start(options, world, log), console);
            case ONCE -> new PassingCertifier(options, world, log).once();
            case TRIAL -> new PassingCertifier(options, world, log).trial(console);
        };
    }
}
