package io.github.dnscli.osh.builtin;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.World;
import io.github.dnscli.osh.context.Context;
import io.github.dnscli.osh.context.Session;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `use`: says what the commands after it are about.
public final class UseCommand implements Command {

    private final Session session;

    /// Makes the command of a session.
    public UseCommand(Session session) {
        this.session = session;
    }

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("use");
        spec.usageMessage()
                .description("Say which server, key and zone the next commands are about.");
        spec.addPositional(
                PositionalParamSpec.builder()
                        .arity("0..*")
                        .paramLabel("WORD")
                        .type(String[].class)
                        .description(
                                "'@SERVER', with '#PORT' behind it if need be; 'key KEY'; 'zone ZONE'; 'none' forgets"
                                        + " all. Nothing shows what is in use.")
                        .build());
        return spec;
    }

    @Override
    public Manual manual() {
        return Manual.of(
                "What is in use stands in the prompt, and goes into each command that takes it and does not say it itself.");
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) throws IOException {
        String[] words = parsed.matchedPositionalValue(0, new String[0]);
        if (words.length == 0) {
            show(console);
            return ExitStatus.YES;
        }
        return switch (new Wish(session, world).read(List.of(words))) {
            case Wish.Granted(var context) -> {
                session.use(context);
                yield ExitStatus.YES;
            }
            case Wish.Refused(var problem, var status) -> {
                console.error(problem);
                yield status;
            }
        };
    }

    private void show(Console console) {
        var context = session.context();
        if (context.isEmpty()) {
            console.answer("nothing is in use");
        }
        context.server().ifPresent(server -> console.answer("server " + server));
        context.key().ifPresent(key -> console.answer("key    " + description(key)));
        context.zone().ifPresent(zone -> console.answer("zone   " + zone.display()));
    }

    private static String description(Context.UsedKey key) {
        return key.word().startsWith("@")
                ? key.name() + ", from " + key.word().substring(1)
                : key.name();
    }
}
