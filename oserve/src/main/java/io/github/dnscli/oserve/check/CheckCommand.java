package io.github.dnscli.oserve.check;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.Options;
import io.github.dnscli.cli.World;
import io.github.dnscli.oserve.primary.PrimaryOptions;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `oserve check`: says what `oserve primary` would serve.
public final class CheckCommand implements Command {

    private static final String JSON = "--json";

    /// Makes the command.
    public CheckCommand() {}

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("check");
        spec.usageMessage().description("Say what 'oserve primary' would serve.");
        spec.addOption(Options.flag(JSON).description("Answer as JSON, for programs.").build());
        PrimaryOptions.addTo(spec);
        return spec;
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Takes the options of 'oserve primary', reads all files as the server would, and says on standard"
                                + " output what is wrong with them, as FILE:LINE:COLUMN and a finding, and which zones"
                                + " would not be served. A repository is fetched into a folder that is gone at the end:"
                                + " a server that runs is not disturbed, and updates that it has not pushed yet are not"
                                + " looked at. Nothing is served, pushed or announced.",
                        "The exit status is 0 if nothing forbids serving, 1 if a zone, a key or the policy has errors,"
                                + " 3 if something could not be read.")
                .example(
                        "Check before a restart, with the options of the service.",
                        "oserve check @/etc/oserve/primary.options")
                .example(
                        "Check what was pushed.",
                        "oserve check --remote git@git.example.com:zones.git#main")
                .seeAlso("ozone(1)");
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) throws IOException {
        var report = new Checker(PrimaryOptions.of(parsed, world), console).check();
        if (parsed.hasMatchedOption(JSON)) {
            new CheckJson(console).show(report);
        } else {
            new CheckView(console).show(report);
        }
        return report.status();
    }
}
