package io.github.dnscli.oserve.primary;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.World;
import io.github.dnscli.oserve.database.DatabaseOptions;
import io.github.dnscli.oserve.database.StateOption;
import io.github.dnscli.oserve.http.HttpOptions;
import io.github.dnscli.oserve.keys.KeyOptions;
import io.github.dnscli.oserve.log.LogOption;
import io.github.dnscli.oserve.serving.Termination;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `oserve primary`: serves the zone files of a git repository or of a folder.
public final class PrimaryCommand implements Command {

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("primary");
        spec.usageMessage().description("Serve the zone files of a git repository or a folder.");
        DatabaseOptions.addTo(spec);
        KeyOptions.addTo(spec);
        ServingOptions.addTo(spec);
        NewsOptions.addTo(spec);
        HttpOptions.addTo(spec);
        spec.addOption(LogOption.option());
        return spec;
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
        var log = LogOption.open(parsed, world, console);
        var options = options(parsed, world);
        return Termination.await(() -> Primary.start(options, log), console);
    }

    private static PrimaryOptions options(ParseResult parsed, World world) throws IOException {
        var serving = ServingOptions.of(parsed);
        var database = DatabaseOptions.of(parsed, world);
        return new PrimaryOptions(
                database,
                KeyOptions.of(parsed, world),
                serving,
                NewsOptions.of(parsed, serving.isLocal()),
                statusFolder(database.source(), parsed, world),
                HttpOptions.of(parsed, world));
    }

    /// A server of a folder keeps nothing elsewhere, and shows its status only where it is told to.
    private static Optional<Path> statusFolder(
            DatabaseOptions.Source source, ParseResult parsed, World world) {
        return switch (source) {
            case DatabaseOptions.Source.Folder _ -> StateOption.named(parsed, world);
            case DatabaseOptions.Source.Remote(var remote) -> Optional.of(remote.state());
        };
    }
}
