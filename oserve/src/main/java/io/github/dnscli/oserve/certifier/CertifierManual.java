package io.github.dnscli.oserve.certifier;

import io.github.dnscli.cli.Manual;
import io.github.dnscli.oserve.http.HttpOptions;
import io.github.dnscli.oserve.log.LogOption;

/// What the manual page of `oserve certifier` says.
final class CertifierManual {

    private static final String WATCHING =
            "Watches zones for signing requests (TLSA 3 255 0 at _letsencrypt._tcp.HOST) and writes the certificate (TLSA 3 0"
                    + " 0) and its authorities (TLSA 0 0 0) beside them. It works against any name server that takes signed"
                    + " transfers and updates: it follows the zones as a secondary does, by IXFR where the server can, and"
                    + " is told of changes on a connection that it keeps, so that it may be behind NAT. A server that does"
                    + " not tell there is asked for serials each --interval, or sends NOTIFY to --listen. Without --zone,"
                    + " the zones are those that the server names to the key, as 'oserve primary' and the OCaml original"
                    + " do; those that come later are watched too.";

    private static final String NEEDS =
            "It cannot do without --server, --key and --state. The key must be allowed to transfer the zones and to change"
                    + " TLSA records in them; with an ACME authority also TXT records at _acme-challenge. SIGTERM or SIGINT"
                    + " ends it at any time; a certificate is in the zone wholly or not at all, and an order under way is"
                    + " carried on after the next start. Two certifiers cannot have the same state folder.";

    private static final String NAMES =
            "A request at _letsencrypt._tcp.HOST may ask for HOST, for names below it and for *.HOST. It may ask for other"
                    + " names if the same request, octet by octet, also stands at the _letsencrypt._tcp of each of them, or"
                    + " if --allow-names says so. A request that asks for one name too many, for an address, for the rights"
                    + " of an authority or for unknown extensions gets nothing; the log says why, once. Up to four requests"
                    + " in one place get a certificate each. To withdraw a request, delete its record.";

    private static final String ACME =
            "With an ACME authority (RFC 8555), an account is made, whose terms of service you agree to, and kept in the state"
                    + " folder. Each name is proved by a TXT record (dns-01): aliases at _acme-challenge.HOST are followed,"
                    + " the record is written by a signed update, looked for at all name servers of its zone, and deleted"
                    + " again when the authority has seen it. --challenge-key gives keys for zones that such aliases lead"
                    + " to, --challenge-server the server that has them.";

    private static final String RENEWAL =
            "A certificate is replaced when it does not fit its request, when its chain is not complete, when it is revoked,"
                    + " when --ca names another authority than the one that issued it,"
                    + " when the authority wants it to be (ARI, RFC 9773), or else when a third of its lifetime is left, or"
                    + " half of it if that is shorter than ten days.";

    private static final String FAILURES =
            "What fails is told and tried again, later each time, across restarts too; the authority's own word on when to"
                    + " come back is kept. SIGHUP has it tried again at once, but for an authority that was asked too often. The"
                    + " same request is ordered five times within seven days at the most"
                    + " (--orders-per-week). --on-failure runs a command once for each new reason, for a minute at the most,"
                    + " with DNSCLI_EVENT (not-issued, order-limit or not-published), DNSCLI_REASON, DNSCLI_PROBLEM,"
                    + " DNSCLI_NAMES, DNSCLI_NEXT_TRY, and DNSCLI_PLACE where there is one.";

    private static final String ENDS =
            "With --once, the exit status is 0 if all requests have their certificates, 1 if one was refused or is not issued,"
                    + " or the server refused, 3 if a zone could not be read or written, or the authority not be reached."
                    + " --dry-run prints what there is to do, a line for each request, and does nothing of it.";

    private CertifierManual() {}

    static Manual text() {
        return Manual.of(
                        WATCHING,
                        NEEDS,
                        NAMES,
                        ACME,
                        RENEWAL,
                        FAILURES,
                        ENDS,
                        HttpOptions.MANUAL,
                        LogOption.MANUAL)
                .example(
                        "Certify the hosts of a zone, with a private authority.",
                        "oserve certifier --server 192.0.2.53 --key @certifier.key --zone example.com"
                                + " --ca private --state /var/lib/certifier")
                .example(
                        "Certify all zones of a key, by Let's Encrypt.",
                        "oserve certifier --server 192.0.2.53 --key @certifier.key --ca letsencrypt"
                                + " --email hostmaster@example.com --state /var/lib/certifier")
                .example(
                        "Prove names in a zone of its own, to which aliases lead.",
                        "oserve certifier --server 192.0.2.53 --key @certifier.key --ca letsencrypt"
                                + " --challenge-server 192.0.2.54 --challenge-key @acme.key --state /var/lib/certifier")
                .file(
                        "DIR/root.pem",
                        "certificate and private key of the private authority's root; keep a copy, and keep it secret")
                .file(
                        "DIR/intermediate.pem",
                        "certificate and private key of its intermediate; made again when it is lost")
                .file("DIR/acme/", "accounts with ACME authorities, and their private keys")
                .file("DIR/requests/", "what is known of each signing request")
                .file("DIR/watched/", "the zones, as they were fetched last")
                .variable("DNSCLI_KEY", "the key, if there is no --key")
                .variable("SSL_CERT_FILE", "a file of certificates to trust an ACME authority by")
                .variable("STATE_DIRECTORY", "the state folder, if there is no --state")
                .seeAlso("ocertify(1)", "otlsa-fetch(1)");
    }
}
