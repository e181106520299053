package io.github.dnscli.ozone;

import io.github.dnscli.cli.Manual;

/// What the manual page says beyond the options.
final class OzoneManual {

    private OzoneManual() {}

    static Manual text() {
        return examples(
                        files(
                                Manual.of(
                                        FINDINGS,
                                        NAMES,
                                        PREDECESSOR,
                                        GIT,
                                        SEVERITIES,
                                        BASELINE,
                                        NSD,
                                        OUTCOME)))
                .seeAlso("ozone-checks(5)", "onotify(1)", "oupdate(1)", "git(1)");
    }

    private static final String FINDINGS =
            """
            Reads each FILE as a zone file and reports everything that is wrong with it in one run: \
            file, line, column, severity, what is wrong, and the permanent id of the check in \
            brackets, with the line in question below and a hint where one helps; --explain ID says more. A zone \
            without errors is confirmed by 'successfully checked zone NAME'; warnings and notes do not \
            count as errors. A finding can be accepted where it stands, by a comment \
            '; ozone: allow ID reason' on its line.""";

    private static final String NAMES =
            """
            The name of the file tells the name of the zone: example.com, example.com.zone and \
            db.example.com all hold example.com. It is the origin until the first $ORIGIN. Where the name of the \
            file is not that of a zone, the SOA record tells. Files named _keys or ZONE._keys \
            are checked as key files. Of a folder, the zone files and key files right in it are checked; hidden files, \
            documents, parts that other zone files include, and whatever else is no zone are passed over, which \
            -v tells.""";

    private static final String PREDECESSOR =
            """
            With --old, --against or --staged, a zone is also checked as the successor of another: its serial must be \
            newer (RFC 1982) unless nothing has changed. An empty or missing FILE then means that the zone is removed, and an \
            empty or missing old file that it is new. What is wrong with the old file alone is not reported. --diff \
            shows each record that is added (+), removed (-) or has another TTL (~).""";

    private static final String GIT =
            """
            --staged reads what is staged, and what that includes, out of git's index: what lies on the disk does not \
            matter. Zone files that include something which changes are checked too, and a file that has moved is compared \
            with the one that held its zone. FILE and DIR limit that to some files, and to all below a folder. \
            --against compares the files on the disk with a revision in the same way; without FILE, all zone files and key \
            files of the repository that differ from it.""";

    private static final String SEVERITIES =
            """
            What is said of one check, by --severity or by a limit such as --max-ttl, counts before what is said of all, by \
            --strict and --profile. The profile 'strict' makes a warning of each check that is off unless asked for; \
            'lenient' makes notes of the warnings about what is wise and about what the clock decides.""";

    private static final String BASELINE =
            """
            A baseline accepts the findings that there are on the day when checking begins: write it with --baseline FILE \
            --update-baseline, keep it in git, and pass --baseline FILE from then on. Only what is new is reported. Findings \
            are known again by file, check, owner, type and message, so that lines may shift.""";

    private static final String NSD =
            """
            ozone also serves as the verifier of NSD: 'verifier: ozone' with 'verifier-feed-zone: yes' in nsd.conf(5) has each \
            zone checked before it is served.""";

    private static final String OUTCOME =
            """
            Of several files each is checked, whatever becomes of the others, and the worst outcome \
            counts: a file that cannot be read (status 3) before a zone with errors (status 1).""";

    private static Manual examples(Manual manual) {
        return manual.example("Check a zone.", "ozone example.com")
                .example("Check all zones of a folder.", "ozone zones")
                .example("Have git check zones before each commit.", "ozone --install-hook")
                .example("See what a commit would change.", "ozone --staged --diff")
                .example(
                        "Raise the serials of the zones that differ from what is published.",
                        "ozone --against origin/main --fix-serial date")
                .example(
                        "Guard against an emptied export.",
                        "ozone --old current --max-delete 20% next")
                .example("Check standard input.", "ozone --zone-name example.com - < draft");
    }

    private static Manual files(Manual manual) {
        return manual.file(
                        "FILE",
                        "A zone file (RFC 1035) of at most 1 GiB. Only --fix-serial writes it, and nothing in it but the"
                                + " serial.")
                .file("_keys, ZONE._keys", "Keys for all zones, or for one.")
                .file(
                        "pre-commit",
                        "The hook that --install-hook writes where git looks for hooks.")
                .variable(
                        "VERIFY_ZONE",
                        "Set by NSD: the name of the zone that comes on standard input.")
                .variable("GIT_DIR, GIT_INDEX_FILE, ...", "Heeded, as git sets them for hooks.");
    }
}
