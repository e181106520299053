package io.github.dnscli.oserve.primary;

import io.github.dnscli.cli.Manual;
import io.github.dnscli.oserve.http.HttpOptions;
import io.github.dnscli.oserve.log.LogOption;

/// What the manual page says of `oserve primary`.
final class PrimaryManual {

    private PrimaryManual() {}

    static Manual text() {
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
                        HttpOptions.MANUAL,
                        HttpOptions.HOOK_MANUAL,
                        LogOption.MANUAL)
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
}
