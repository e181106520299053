# Generated from the command itself: change it there.

function __dnscli_files
    set -l token (string replace -r '^--[^=]*=' '' -- (commandline -ct))
    printf '@%s\n' (__fish_complete_path (string sub -s 2 -- $token))
end

function __dnscli_keys
    switch (string replace -r '^--[^=]*=' '' -- (commandline -ct))
        case '@*'
            __dnscli_files
        case 'env:*'
            printf 'env:%s\n' (set -nx)
        case '*'
            printf '%s\n' @ env:
    end
end

# Whether so many arguments stand in front of the cursor; behind the number, the options that take a value.
function __dnscli_at
    set -l count 0
    set -l before
    for word in (commandline -opc)[2..]
        if not contains -- "$before" $argv[2..]; and not string match -q -- '-*' $word
            set count (math $count + 1)
        end
        set before $word
    end
    test $count -eq $argv[1]
end

complete -c ozone -s q -l quiet -d 'Say nothing but answers and errors'
complete -c ozone -s v -l verbose -d 'Say what is being done; twice, say more (can be repeated)'
complete -c ozone -l verbosity -r -f -a 'quiet error warning info debug' -d 'How much to say: quiet, error, warning (default), info or debug'
complete -c ozone -l color -r -f -a 'auto always never' -d 'Use colours: auto (default: on a terminal, unless NO_COLOR is set), always or never'
complete -c ozone -l debug -d 'Should the command have a bug, show where'
complete -c ozone -s h -l help -d 'Show this help and exit'
complete -c ozone -l version -d 'Show the version and exit'
complete -c ozone -F
complete -c ozone -l zone-name -r -f -d 'Name of the zone (default: told by the name of the file)'
complete -c ozone -l old -r -F -d 'Check the zone also as the successor of the one in this file; \'-\' is standard input'
complete -c ozone -l against -r -f -d 'Check the files also as successors of what this git revision holds; without FILE, all that differ from it'
complete -c ozone -l staged -d 'Check what is staged in git, and not what lies on the disk, as the successor of the last commit; FILE and DIR limit it'
complete -c ozone -l diff -d 'Show what changes, record by record'
complete -c ozone -l fix-serial -r -f -a 'increment date unix' -d 'Raise the serial in the file and change nothing else: increment, date (YYYYMMDDnn, in UTC) or unix (seconds). Where there is a version before, only if the zone has changed and its serial is not newer yet'
complete -c ozone -l timeout -r -f -d 'How long git may take, each time (default: 30s)'
complete -c ozone -l severity -r -f -d 'How much findings of a check matter: error, warning, note, or off (can be repeated)'
complete -c ozone -l strict -d 'Take every warning for an error'
complete -c ozone -l profile -r -f -a 'strict default lenient' -d 'All severities at once: strict (what is off is a warning), default, or lenient (warnings of policy and time are notes)'
complete -c ozone -l max-delete -r -f -d 'It is an error if more of the old zone\'s records are gone, such as \'20%\''
complete -c ozone -l max-ttl -r -f -d 'A longer TTL is an error, such as \'1d\''
complete -c ozone -l time -r -f -d 'Judge signatures and certificates as of this time, such as \'2026-12-24T18:00:00Z\' (default: now)'
complete -c ozone -l expiry-margin -r -f -d 'Report signatures that end within this time (default: 3d)'
complete -c ozone -l include-root -r -f -a '(__fish_complete_directories)' -d 'The folder that $INCLUDE may lead into (default: that of the zone file)'
complete -c ozone -l format -r -f -a 'text json sarif github' -d 'How to write findings: text (default), json, sarif or github'
complete -c ozone -l json -d 'The same as \'--format json\''
complete -c ozone -l baseline -r -F -d 'Leave out the findings that this file accepts'
complete -c ozone -l update-baseline -d 'Accept all findings of today: write them into the file of \'--baseline\''
complete -c ozone -l install-hook -d 'Have git check what is staged before each commit: write a pre-commit hook that runs \'ozone --staged\'; a hook of others is left alone'
complete -c ozone -l list-checks -d 'List all checks with their severities'
complete -c ozone -l explain -r -f -a 'syntax unknown-type unknown-class class-not-in bad-rdata bad-name missing-ttl ttl-out-of-range meta-type missing-owner empty-file include-missing include-loop include-outside-root include-too-deep generate-range missing-soa multiple-soa soa-not-at-apex out-of-zone missing-ns ns-without-address apex-ns-is-alias target-is-alias missing-address missing-service-address missing-glue missing-sibling-glue cname-and-other-data multiple-cname cname-loop dangling-alias multiple-dname cname-and-dname ns-beside-dname data-below-dname occluded duplicate-record ttl-mismatch ds-at-apex ds-without-ns soa-mname-not-host svcb-parameters tlsa-fields caa-syntax cds-cdnskey target-is-address ttl-too-long not-a-hostname dangling-delegated-challenge wildcard-not-leftmost wildcard-ns spf-without-txt empty-txt svcb-alias-parameters soa-rname-at-sign soa-timers tlsa-owner caa-unknown deprecated-algorithm nsec3-iterations duplicate-key-tag spf-syntax dmarc-syntax dkim-syntax certificate-undecodable certificate-requests certificate-wrong-host certificate-key-differs certificate-expired certificate-expiring dnssec-signature dnssec-chain signature-expiring zonemd key-record key-outside-zone key-without-operation key-too-short key-file-readable serial-unchanged serial-went-back serial-jump zone-removed zone-added apex-ns-replaced too-many-deletions' -d 'Explain what a check is about, and what to do'
