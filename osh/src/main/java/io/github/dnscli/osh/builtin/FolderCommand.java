package io.github.dnscli.osh.builtin;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.World;
import io.github.dnscli.osh.context.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `cd`: goes to another folder.
public final class FolderCommand implements Command {

    private final Session session;

    /// Makes the command of a session.
    public FolderCommand(Session session) {
        this.session = session;
    }

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("cd");
        spec.usageMessage().description("Go to another folder.");
        spec.addPositional(
                PositionalParamSpec.builder()
                        .arity("0..1")
                        .index("0")
                        .paramLabel("FOLDER")
                        .type(String.class)
                        .description("The folder (default: that of the user).")
                        .build());
        return spec;
    }

    @Override
    public Manual manual() {
        return Manual.of("Names of files on the lines after it are relative to this folder.");
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) {
        String home = session.variable("HOME").orElse("/");
        String wanted = parsed.matchedPositionalValue(0, home).replaceFirst("^~(?=/|$)", home);
        Path folder = world.file(wanted).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            console.error("'" + wanted + "' is no folder");
            return ExitStatus.UNKNOWN;
        }
        session.go(folder);
        return ExitStatus.YES;
    }
}
