package io.github.dnscli.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// A command as small as one can be that still has all kinds of arguments. What it does is given to it.
public record GreetCommand(Deed deed) implements Command {

    /// What a run does.
    public interface Deed {
        /// {@return what to tell the shell}
        ExitStatus of(ParseResult parsed, World world, Console console) throws IOException;
    }

    public static GreetCommand greeting() {
        return doing(
                (parsed, _, console) -> {
                    console.answer("hello, " + parsed.matchedPositionalValue(0, "world"));
                    return ExitStatus.YES;
                });
    }

    public static GreetCommand doing(Deed deed) {
        return new GreetCommand(deed);
    }

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("greet");
        spec.usageMessage().description("Greet somebody.");
        spec.addOption(KeySource.option("--key", "--dns-key").build());
        spec.addOption(PortOption.option());
        spec.addOption(DurationOption.timeout());
        spec.addOption(ServerArgument.option("--server").description("The server to ask.").build());
        spec.addPositional(
                PositionalParamSpec.builder()
                        .paramLabel("WHOM")
                        .arity("0..1")
                        .type(String.class)
                        .description("Who is greeted.")
                        .build());
        spec.addSubcommand("loudly", loudly());
        return spec;
    }

    private static CommandSpec loudly() {
        var spec = CommandSpec.create();
        spec.usageMessage().description("Greet at the top of one's voice.");
        spec.addOption(
                OptionSpec.builder("--times")
                        .type(Integer.class)
                        .arity("1")
                        .paramLabel("N")
                        .description("How often.")
                        .build());
        return spec;
    }

    @Override
    public Manual manual() {
        return Manual.of("Greets somebody, .or 'nobody' -- 100%.", ".TH is no macro here.")
                .example("Greet the world.", "greet --port 5300 @world \\0")
                .file("greetings", "What was said.")
                .variable("DNSCLI_KEY", "The key, unless --key is given.")
                .seeAlso("nsupdate(1)");
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) throws IOException {
        return deed.of(parsed, world, console);
    }
}
