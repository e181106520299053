package io.github.dnscli.oserve.primary;

import io.github.dnscli.cli.Choice;
import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.PortOption;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.record.SerialPolicy;
import io.github.dnscli.oserve.serving.KeyedServer;
import io.github.dnscli.oserve.serving.ListenOption;
import io.github.dnscli.oserve.serving.Termination;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `oserve primary`: serves the zone files of a folder.
public final class PrimaryCommand implements Command {

    private static final ListenOption EVERYWHERE = new ListenOption("0.0.0.0", 53);

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("primary");
        spec.usageMessage().description("Serve the zone files of a folder.");
        spec.addOption(
                OptionSpec.builder("--zones")
                        .arity("1")
                        .required(true)
                        .paramLabel("DIR")
                        .type(String.class)
                        .description("The folder: a file for each zone, named like the zone.")
                        .build());
        spec.addOption(
                repeated("--listen", "ADDR:PORT", ListenOption.class, ListenOption::parse)
                        .description(
                                "Listen here, by UDP and TCP; [::1]:53 for IPv6, port 0 for a free one"
                                        + " (default: port 53 of all addresses).")
                        .build());
        spec.addOption(
                repeated("--keys", "FILE", String.class, text -> text)
                        .description("More keys, besides the key files in the folder.")
                        .build());
        spec.addOption(
                repeated("--grant", "KEY:OPERATION:ZONE", KeyRights.Grant.class, GrantOption::parse)
                        .description(
                                "Let a key update, transfer or notify a zone, whatever the key's name says. Or in words, also"
                                        + " for some records only: 'KEY update NAMES types TYPE... [add] [delete] [from ADDRESS/BITS...]'.")
                        .build());
        spec.addOption(
                Choice.option("--serial", SerialPolicy.class)
                        .paramLabel("FORM")
                        .description(
                                "How the serial of a zone moves with an update: increment, date (YYYYMMDDnn, in UTC) or unix"
                                        + " (seconds); always forward (default: increment).")
                        .build());
        spec.addOption(flag("--axfr").description("Let anybody fetch whole zones.").build());
        addNotifications(spec);
        return spec;
    }

    private static void addNotifications(CommandSpec spec) {
        spec.addOption(
                repeated("--notify", "SERVER[=KEYNAME]", KeyedServer.class, KeyedServer::parse)
                        .description(
                                "Tell this server of every change too, signed by a key of the key files if one is"
                                        + " named.")
                        .build());
        spec.addOption(
                PortOption.option("--notify-port")
                        .description(
                                "Port of the zones' own name servers, which are told of changes (default: 53; none are told"
                                        + " by a server that listens on loopback addresses only).")
                        .build());
        spec.addOption(
                flag("--no-notify")
                        .description("Do not tell the zones' own name servers of changes.")
                        .build());
    }

    private static OptionSpec.Builder flag(String name) {
        return OptionSpec.builder(name).arity("0").type(boolean.class);
    }

    private static <T> OptionSpec.Builder repeated(
            String name, String label, Class<T> type, ITypeConverter<T> converter) {
        return OptionSpec.builder(name)
                .arity("1")
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(type)
                .converters(converter);
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Serves each file of the folder that bears the name of a zone: 'example.com', or"
                                + " 'example.com.zone', or 'db.example.com'. Other files, hidden files and folders are"
                                + " left alone; -v tells which. A file with errors is reported with line and column, and"
                                + " the last good version of its zone stays in service; at the start, the other zones"
                                + " are served, unless none is left.",
                        "A NOTIFY signed by a key that may notify of the zone makes the server read the files again:"
                                + " new zones are served, those whose files are gone are not any more, and keys are"
                                + " read again too. An edited zone must have a higher serial, or its secondaries will"
                                + " not follow.",
                        "An UPDATE signed by a key that may update is written into the zone's file, on the lines it"
                                + " concerns and in the serial, before it is answered; comments, order and layout stay."
                                + " When the file has been edited since it was read, the update is made in the edited"
                                + " text, and the edit is served after the next NOTIFY; when the edited text has"
                                + " errors, the update is refused.",
                        "What a key may do follows from its name: 'me._update.example.com' may update, transfer and"
                                + " notify 'example.com' and everything below it, 'me._transfer.example.com' may"
                                + " transfer and notify, 'me._notify.example.com' may notify; without a zone behind it,"
                                + " everywhere. --grant gives rights to keys with other names, and if need be to some records"
                                + " only. Its NAMES are 'www.example.com', that name; '.example.com', with all below;"
                                + " '*.example.com', all below; or '_acme-challenge.*', all that begin with that label.",
                        "The server prints 'listening on ADDR:PORT' on standard output for each address once it"
                                + " answers there, and its log on standard error.")
                .example(
                        "Serve a folder on an unprivileged port.",
                        "oserve primary --zones /srv/zones --listen 127.0.0.1:5353")
                .example(
                        "Let a key of any name update a zone, for clients that choose the name.",
                        "oserve primary --zones /srv/zones --grant certbot:update:example.com")
                .example(
                        "Let a key set the challenges of certificates, and nothing else.",
                        "oserve primary --zones /srv/zones --grant 'test update _acme-challenge.* types TXT'")
                .file("ZONE", "the text of a zone")
                .file("_keys", "TSIG keys for all zones")
                .file("ZONE._keys", "TSIG keys whose names are at or below the zone's")
                .seeAlso("onotify(1)", "oupdate(1)", "ozone(1)", "nsupdate(1)");
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) throws IOException {
        var log = new PrimaryLog(console);
        var options = options(parsed, world);
        return Termination.await(() -> Primary.start(options, log), console);
    }

    private static PrimaryOptions options(ParseResult parsed, World world) {
        List<KeyRights.Grant> grants = parsed.matchedOptionValue("--grant", List.of());
        List<String> keys = parsed.matchedOptionValue("--keys", List.of());
        List<ListenOption> listen = parsed.matchedOptionValue("--listen", List.of(EVERYWHERE));
        String zones = parsed.matchedOptionValue("--zones", "");
        return new PrimaryOptions(
                world.file(zones),
                listen,
                keys.stream().map(world::file).toList(),
                new KeyRights(grants),
                parsed.matchedOptionValue("--serial", SerialPolicy.INCREMENT),
                parsed.hasMatchedOption("--axfr"),
                parsed.matchedOptionValue("--notify", List.of()),
                nameServerPort(parsed, listen));
    }

    /// Name servers elsewhere can fetch nothing from a loopback address.
    private static int nameServerPort(ParseResult parsed, List<ListenOption> listen) {
        if (parsed.hasMatchedOption("--no-notify")) {
            return 0;
        }
        boolean local = listen.stream().allMatch(ListenOption::isLoopback);
        return parsed.matchedOptionValue("--notify-port", local ? 0 : 53);
    }
}
