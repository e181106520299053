package io.github.dnscli.oserve.demo;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `oserve demo`: walks the whole road on this machine.
public final class DemoCommand implements Command {

    /// The system property by which the launcher says where the installation is, commands in its `bin`.
    static final String HOME = "dnscli.home";

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("demo");
        spec.usageMessage().description("Walk the whole road on this machine, command by command.");
        spec.addOption(
                OptionSpec.builder("--stay")
                        .arity("0")
                        .type(boolean.class)
                        .description("Leave the servers running at the end, and say what to try.")
                        .build());
        return spec;
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "In a fresh temporary folder and on free ports of the loopback address, makes a git repository with a"
                                + " zone, starts a primary server and a certifier, and runs the real commands: a broken zone"
                                + " refused, the mended one announced, a record changed, a certificate requested, fetched and"
                                + " verified. Each command line is shown with its output. Nothing leaves the machine.",
                        "At the end stands the path of the certificate's PEM bundle. The folder is left behind for a look.")
                .example("Walk the road and try it by hand afterwards.", "oserve demo --stay");
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) throws IOException {
        String home = System.getProperty(HOME, "");
        if (home.isEmpty()) {
            console.error("the demo runs the other commands and does not know where they are");
            console.hint("start it by its launcher: 'bin/oserve demo', or './demo' in a checkout");
            return ExitStatus.UNKNOWN;
        }
        var folder = Files.createTempDirectory("dns-cli-demo-");
        try (var stage = new Stage(Path.of(home, "bin").toAbsolutePath(), folder, console)) {
            tell(
                    new Demo(stage, world.random()),
                    stage,
                    console,
                    parsed.hasMatchedOption("--stay"));
        }
        return ExitStatus.YES;
    }

    private static void tell(Demo demo, Stage stage, Console console, boolean stay)
            throws IOException {
        var bundle = demo.tell();
        if (stay) {
            demo.invite();
            console.answer("\n" + bundle);
            stage.stay();
        } else {
            stage.chapter("Done");
            console.answer("   the certificate and its chain: " + bundle);
        }
    }
}
