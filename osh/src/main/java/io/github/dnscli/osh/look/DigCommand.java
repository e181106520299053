package io.github.dnscli.osh.look;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.DurationOption;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.KeySource;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.NameArgument;
import io.github.dnscli.cli.Options;
import io.github.dnscli.cli.PortOption;
import io.github.dnscli.cli.ServerArgument;
import io.github.dnscli.cli.World;
import io.github.dnscli.osh.zone.ServerOptions;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `dig`: asks a server a question and shows what it says.
public final class DigCommand implements Command {

    /// Makes the command.
    public DigCommand() {}

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("dig");
        spec.usageMessage().description("Ask a server a question and show what it says.");
        spec.addOption(ServerArgument.option("--server").build());
        spec.addOption(
                NameArgument.option(ServerOptions.ZONE)
                        .paramLabel("ZONE")
                        .description("The zone that a NAME of a single label is in.")
                        .build());
        spec.addOption(KeySource.option("--key", "--dns-key").build());
        spec.addOption(
                Options.text("-x", "ADDRESS")
                        .description("Ask for the name of this address (PTR).")
                        .build());
        spec.addOption(flag("--tcp", "Ask over TCP at once."));
        spec.addOption(flag("--dnssec", "Ask for signatures, too."));
        spec.addOption(flag("--short", "Show the data of the answer and nothing else."));
        spec.addOption(flag("--json", "Show the reply as JSON."));
        spec.addOption(PortOption.option());
        spec.addOption(DurationOption.timeout());
        spec.addPositional(
                word(0, "NAME", "What to ask for: the name, and '@SERVER' anywhere among them."));
        spec.addPositional(word(1, "TYPE", "Its type (default: A); may stand before the name."));
        spec.addPositional(word(2, "MORE", "The last of NAME, TYPE and '@SERVER'."));
        return spec;
    }

    private static OptionSpec flag(String name, String description) {
        return Options.flag(name).description(description).build();
    }

    private static PositionalParamSpec word(int index, String label, String description) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(index))
                .arity("0..1")
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Asks by UDP, and by TCP where that does not do. The reply is shown with its outcome, its flags,"
                                + " what the server says about the outcome (RFC 8914), and its sections in the form"
                                + " of zone files. The exit status is 1 if there is no such record.",
                        "NAME is absolute; of a single label without a dot it is in the zone, if one is named.")
                .example("Ask for a record.", "dig @127.0.0.1#5300 www.example.com AAAA")
                .example("Ask for the name of an address.", "dig @127.0.0.1 -x 192.0.2.1");
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) throws IOException {
        return switch (DigOptions.of(parsed, world, console)) {
            case DigOptions.Unclear(var problem, var hint, var status) -> {
                console.error(problem);
                if (!hint.isEmpty()) {
                    console.hint(hint);
                }
                yield status;
            }
            case DigOptions.Clear clear ->
                    new DigView(clear.form(), console).show(ask(clear, world));
        };
    }

    private static Dug ask(DigOptions.Clear options, World world) throws IOException {
        return new Digger(world).ask(options);
    }
}
