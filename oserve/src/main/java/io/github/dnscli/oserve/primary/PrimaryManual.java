package io.github.dnscli.oserve.primary;

import io.github.dnscli.cli.Manual;
import io.github.dnscli.oserve.http.HttpOptions;
import io.github.dnscli.oserve.log.LogOption;

/// What the manual page of `oserve primary` says.
final class PrimaryManual {

    private static final String ZONES =
            "Serves each file at the top of the repository, or in the folder, that bears the name of a zone: 'example.com',"
                    + " or 'example.com.zone', or 'db.example.com'. Other files, hidden files and folders are left alone;"
                    + " -v tells which. A file with errors is reported with line and column, and the last good version of"
                    + " its zone stays in service; after a restart, that is the last good version in the file's history,"
                    + " and in a folder, which has none, the zone is not served. A zone whose file is gone is served for"
                    + " as long as --removal-delay says, and takes no updates meanwhile.";

    private static final String NEWS =
            "A NOTIFY signed by a key that may notify of the zone makes the server look for news: the branch is fetched, or"
                    + " the folder read again, and so are keys. A server with a repository also looks by itself (--poll),"
                    + " and when a web hook tells it to (--hook-secret). SIGHUP makes it read all of that and the policy"
                    + " again. A NOTIFY for a zone that is not served yet is refused, and heard all the same. An edited"
                    + " zone must have a higher serial, or its secondaries will not follow; --raise-serials sees to that.";

    private static final String REPOSITORY =
            "With --remote, an UPDATE signed by a key that may update is answered once it is in the journal on the local"
                    + " disk. Soon after, the zone's file is edited in place, on the lines it concerns and in the serial;"
                    + " comments, order and layout stay. There is one commit for each key and burst of updates, whose"
                    + " author is the key, and it is pushed. What cannot be pushed is kept and tried again, after a"
                    + " restart too, until it lands. An update of records that come from an $INCLUDE or a $GENERATE is"
                    + " refused, with the reason.";

    private static final String MERGING =
            "When others have pushed meanwhile, the updates that the branch does not have yet are made again on top of it,"
                    + " record by record, under a serial newer than both. Where an update and an edit contradict each"
                    + " other, the edit counts, and the log says which part of the update is gone. Updates that a forced"
                    + " push takes away are made again. While a zone's file has errors, its updates wait in the journal."
                    + " Secondaries that hold a version from before the start get the differences from the history. A"
                    + " repository without zones is served as it is: nothing is answered until a zone is pushed.";

    private static final String FOLDER =
            "With --zones, an UPDATE is written into the zone's file before it is answered. When the file has been edited"
                    + " since it was read, the update is made in the edited text, and the edit is served after the next"
                    + " NOTIFY; when the edited text has errors, the update is refused.";

    private static final String ACCESS =
            "A repository is reached by https, ssh, git's own protocol or a path; passwords in a URL are seen by other users"
                    + " of the machine, and --remote-credentials hides them. By ssh, the host key must be known:"
                    + " from known_hosts, or by --authenticator. An RSA key made of a seed, which the OCaml original"
                    + " takes, cannot be made here; its Ed25519 keys can be used.";

    private static final String KEYS =
            "Keys come from the key files among the zones, and from all of: --keys, the credentials of systemd, and the output"
                    + " of --key-command, such as 'pass show dns' or 'sops -d keys.enc'. What cannot be read leaves the"
                    + " keys known that came from there. The output of the command is never shown; what it says on its"
                    + " standard error is logged.";

    private static final String RIGHTS =
            "What a key may do follows from its name: 'me._update.example.com' may update, transfer and notify"
                    + " 'example.com' and everything below it, 'me._transfer.example.com' may transfer and notify,"
                    + " 'me._notify.example.com' may notify; without a zone behind it, everywhere. --grant and the lines"
                    + " of --policy give rights to keys with other names, and if need be to some records only. NAMES are"
                    + " 'www.example.com', that name; '.example.com', with all below; '*.example.com', all below; or"
                    + " '_acme-challenge.*', all that begin with that label. A policy with errors is not followed, and"
                    + " the one before stays in force.";

    private static final String CERTIFIER =
            "With --certifier, signing requests in the zones are answered with certificates, as oserve certifier does it beside"
                    + " a server. It writes by signed updates from the server's own address, with a key called"
                    + " 'certifier.oserve' that is made at each start, may change TLSA and TXT records and nothing else,"
                    + " and is written nowhere. Its state is in DIR/certifier, which 'oserve certifier status' reads.";

    private static final String LIFE =
            "SIGTERM and SIGINT end the server: updates that are being stored are waited for, and committed if that is"
                    + " quick.";

    private PrimaryManual() {}

    static Manual text() {
        return examples(
                        Manual.of(
                                ZONES,
                                NEWS,
                                REPOSITORY,
                                MERGING,
                                FOLDER,
                                ACCESS,
                                KEYS,
                                RIGHTS,
                                CERTIFIER,
                                HttpOptions.MANUAL,
                                HttpOptions.HOOK_MANUAL,
                                LogOption.MANUAL,
                                LIFE))
                .file("ZONE", "the text of a zone")
                .file("_keys", "TSIG keys for all zones")
                .file("ZONE._keys", "TSIG keys whose names are at or below the zone's")
                .file("DIR/zones.git", "the local repository, in the folder of --state")
                .file(
                        "DIR/journal",
                        "updates that the remote repository does not have yet; a server holds it while it runs")
                .variable("STATE_DIRECTORY", "The folder of --state, as systemd sets it.")
                .variable(
                        "CREDENTIALS_DIRECTORY",
                        "Where systemd puts credentials: those called keys, *.keys or *_keys are key files.")
                .seeAlso("git(1)", "onotify(1)", "oupdate(1)", "ozone(1)", "nsupdate(1)");
    }

    private static Manual examples(Manual manual) {
        return manual.example(
                        "Serve the zones of a repository, reached by ssh, on all addresses.",
                        "oserve primary --remote git@git.example.com:zones.git --ssh-key /etc/oserve/ssh"
                                + " --authenticator SHA256:FINGERPRINT")
                .example(
                        "Serve a branch, reached by https with a token, and keep the keys elsewhere.",
                        "oserve primary --remote https://git.example.com/dns/zones.git#live"
                                + " --remote-credentials /etc/oserve/token --key-command 'pass show dns/keys'")
                .example("Do what a file says.", "oserve primary @/etc/oserve/primary.options")
                .example(
                        "Serve a folder on an unprivileged port.",
                        "oserve primary --zones /srv/zones --listen 127.0.0.1:5353")
                .example(
                        "Serve zones, and have their hosts certified by Let's Encrypt.",
                        "oserve primary --remote git@git.example.com:zones.git --certifier --ca letsencrypt")
                .example(
                        "Let a key of any name update a zone, for clients that choose the name.",
                        "oserve primary --zones /srv/zones --grant certbot:update:example.com")
                .example(
                        "Let a key set the challenges of certificates, and nothing else.",
                        "oserve primary --zones /srv/zones --grant 'test update _acme-challenge.* types TXT'");
    }
}
