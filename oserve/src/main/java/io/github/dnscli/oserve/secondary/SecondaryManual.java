package io.github.dnscli.oserve.secondary;

import io.github.dnscli.cli.Manual;
import io.github.dnscli.oserve.http.HttpOptions;
import io.github.dnscli.oserve.log.LogOption;

/// What the manual page of `oserve secondary` says.
final class SecondaryManual {

    private SecondaryManual() {}

    static Manual text() {
        return Manual.of(
                        "Fetches zones from their primaries, keeps them fresh and serves them. The serial is asked for when"
                                + " the SOA record's refresh time is over, and when a primary tells of a change; what has"
                                + " changed is fetched as differences (IXFR) if the primary can, else whole (AXFR). A zone"
                                + " is served until its expire time after the last success is over, and again as soon as"
                                + " a primary answers.",
                        "A key whose name is P.P.P.P.S.S.S.S._transfer.ZONE says that ZONE comes from the primary P.P.P.P,"
                                + " which tells S.S.S.S, this server, of changes. With X.P.P.P.P._transfer.ZONE the primary"
                                + " cannot reach this server: a connection to it is kept, on which it tells of changes."
                                + " Without a ZONE, the primary names all zones that the key may transfer itself, also"
                                + " those that it gets later; a zone that it no longer has is dropped. That is how the"
                                + " secondaries of the OCaml original are set up.",
                        "Keys of any other name go with --primary: the zones are those of --zone; without it, the one behind"
                                + " _transfer or _update in the key's name; without that, all that the primary names. All"
                                + " primaries share one key and have the same zones; one after the other is asked.",
                        "The zones and the times of their last success are kept in the state folder, so that a restart"
                                + " serves at once what has not expired. Keys may fetch zones from here as their names say,"
                                + " for secondaries of secondaries; updates are refused.",
                        HttpOptions.MANUAL,
                        LogOption.MANUAL)
                .example(
                        "Serve example.com, as the name of a key says.",
                        "oserve secondary --keys 192.0.2.1.192.0.2.2._transfer.example.com:SHA256:BASE64")
                .example(
                        "Serve all zones of a primary that cannot reach this machine.",
                        "oserve secondary --keys secondary.key --primary 192.0.2.1")
                .example(
                        "Serve two zones of two primaries, unsigned.",
                        "oserve secondary --primary 192.0.2.1 --primary 192.0.2.2 --zone example.com --zone example.org")
                .file("DIR/zones/ZONE.zone", "the records of a zone as it was fetched last")
                .file(
                        "DIR/zones/ZONE.state",
                        "when a primary last had nothing newer, and which one")
                .seeAlso("onotify(1)", "oupdate(1)");
    }
}
