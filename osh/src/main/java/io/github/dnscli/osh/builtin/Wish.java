package io.github.dnscli.osh.builtin;

import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.KeyChoice;
import io.github.dnscli.cli.KeySource;
import io.github.dnscli.cli.ServerArgument;
import io.github.dnscli.cli.ServerChoice;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.osh.context.Context;
import io.github.dnscli.osh.context.Session;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/// What somebody wants to use, looked at before it is used: the server has an address, the key can be read.
///
/// @param session where secrets are kept
/// @param world where keys are read from
record Wish(Session session, World world) {

    /// Where commands find a key that was typed.
    private static final String VARIABLE = "OSH_KEY";

    /// What became of the wish.
    sealed interface Outcome {}

    /// It can be used.
    ///
    /// @param context all that is in use then
    record Granted(Context context) implements Outcome {}

    /// It cannot.
    ///
    /// @param problem why, for people
    /// @param status what the command ends with
    record Refused(String problem, ExitStatus status) implements Outcome {

        static Refused usage(String problem) {
            return new Refused(problem, ExitStatus.USAGE);
        }
    }

    Outcome read(List<String> words) {
        Outcome outcome = new Granted(session.context());
        var rest = words.iterator();
        while (rest.hasNext() && outcome instanceof Granted(var context)) {
            outcome = next(context, rest.next(), rest);
        }
        return outcome;
    }

    private Outcome next(Context context, String word, Iterator<String> rest) {
        return switch (word) {
            case "none", "unset" -> new Granted(Context.NONE);
            case "server" -> withValue(rest, word, () -> server(context, rest.next()));
            case "key" -> withValue(rest, word, () -> key(context, rest.next()));
            case "zone" -> withValue(rest, word, () -> zone(context, rest.next()));
            case String server when server.startsWith("@") -> server(context, server);
            default ->
                    Refused.usage(
                            "'%s' is none of '@SERVER', 'key KEY', 'zone ZONE', 'none'"
                                    .formatted(word));
        };
    }

    private static Outcome withValue(
            Iterator<String> rest, String word, Supplier<Outcome> outcome) {
        return rest.hasNext()
                ? outcome.get()
                : Refused.usage("nothing stands behind '" + word + "'");
    }

    private static Outcome server(Context context, String word) {
        String bare = word.startsWith("@") ? word.substring(1) : word;
        try {
            return switch (new ServerArgument(bare).resolve(ServerAddress.DNS_PORT)) {
                case ServerChoice.Chosen _ -> new Granted(context.withServer(bare));
                case ServerChoice.Unusable(var problem) -> Refused.usage(problem);
                case ServerChoice.Absent _ -> Refused.usage("no server stands behind '@'");
            };
        } catch (IOException unknown) {
            return new Refused(IoTrouble.describe(unknown), ExitStatus.UNKNOWN);
        }
    }

    private Outcome key(Context context, String word) {
        try {
            return switch (new KeySource(word).open(world)) {
                case KeyChoice.Chosen(var key) ->
                        new Granted(context.withKey(new Context.UsedKey(reference(word), key)));
                case KeyChoice.Unusable(var problem, var status) -> new Refused(problem, status);
                case KeyChoice.Absent _ -> Refused.usage("no key stands behind 'key'");
            };
        } catch (IOException unreadable) {
            return new Refused(IoTrouble.describe(unreadable), ExitStatus.UNKNOWN);
        }
    }

    /// A key in a file is found again from another folder; one that was typed goes where no other program sees it.
    private String reference(String word) {
        if (word.startsWith("@")) {
            return "@" + world.file(word.substring(1)).toAbsolutePath().normalize();
        }
        if (word.startsWith("env:")) {
            return word;
        }
        session.keep(VARIABLE, word);
        return "env:" + VARIABLE;
    }

    private static Outcome zone(Context context, String word) {
        return switch (DomainName.parse(word, DomainName.ROOT)) {
            case ParsedName.Valid(var name) -> new Granted(context.withZone(name));
            case ParsedName.Invalid(var problem, _) ->
                    Refused.usage("'%s' is no domain name: %s".formatted(word, problem));
        };
    }
}
