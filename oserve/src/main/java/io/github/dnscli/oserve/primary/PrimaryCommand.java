package io.github.dnscli.oserve.primary;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.World;
import io.github.dnscli.oserve.log.LogOption;
import io.github.dnscli.oserve.serving.Termination;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `oserve primary`: serves the zone files of a git repository or of a folder.
public final class PrimaryCommand implements Command {

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("primary");
        spec.usageMessage().description("Serve the zone files of a git repository or a folder.");
        PrimaryOptions.addTo(spec);
        return spec;
    }

    @Override
    public Manual manual() {
        return PrimaryManual.text();
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) throws IOException {
        var log = LogOption.open(parsed, world, console);
        var options = PrimaryOptions.of(parsed, world);
        return Termination.await(() -> Primary.start(options, world, log), console);
    }
}
