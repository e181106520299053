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

complete -c otlsa-fetch -s q -l quiet -d 'Say nothing but answers and errors'
complete -c otlsa-fetch -s v -l verbose -d 'Say what is being done; twice, say more (can be repeated)'
complete -c otlsa-fetch -l verbosity -r -f -a 'quiet error warning info debug' -d 'How much to say: quiet, error, warning (default), info or debug'
complete -c otlsa-fetch -l color -r -f -a 'auto always never' -d 'Use colours: auto (default: on a terminal, unless NO_COLOR is set), always or never'
complete -c otlsa-fetch -l debug -d 'Should the command have a bug, show where'
complete -c otlsa-fetch -s h -l help -d 'Show this help and exit'
complete -c otlsa-fetch -l version -d 'Show the version and exit'
complete -c otlsa-fetch -n '__dnscli_at 0 --key --ca -o --output --on-change --port --timeout --verbosity --color' -f -a '(__fish_print_hostnames)'
complete -c otlsa-fetch -n '__dnscli_at 1 --key --ca -o --output --on-change --port --timeout --verbosity --color' -f -a '(__fish_print_hostnames)'
complete -c otlsa-fetch -l key -r -F -d 'Accept only a certificate for the private key in this file, or for that of the signing request in it'
complete -c otlsa-fetch -l ca -r -F -d 'Trust the root certificates in this file (default: what the system trusts)'
complete -c otlsa-fetch -s o -l output -r -F -d 'Keep the chain in this file (default: HOST.pem); \'-\' is standard output'
complete -c otlsa-fetch -l on-change -r -f -d 'Run this by the shell when the file was installed or changed, to have a server reload'
complete -c otlsa-fetch -l port -r -f -d 'Port of the server (default: 53)'
complete -c otlsa-fetch -l timeout -r -f -d 'How long to wait for the server, each time (default: 5s)'
