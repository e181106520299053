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

complete -c onotify -s q -l quiet -d 'Say nothing but answers and errors'
complete -c onotify -s v -l verbose -d 'Say what is being done; twice, say more (can be repeated)'
complete -c onotify -l verbosity -r -f -a 'quiet error warning info debug' -d 'How much to say: quiet, error, warning (default), info or debug'
complete -c onotify -l color -r -f -a 'auto always never' -d 'Use colours: auto (default: on a terminal, unless NO_COLOR is set), always or never'
complete -c onotify -l debug -d 'Should the command have a bug, show where'
complete -c onotify -s h -l help -d 'Show this help and exit'
complete -c onotify -l version -d 'Show the version and exit'
complete -c onotify -n '__dnscli_at 0 --key --dns-key --serial --port --timeout --verbosity --color' -f -a '(__fish_print_hostnames)'
complete -c onotify -n '__dnscli_at 1 --key --dns-key --serial --port --timeout --verbosity --color' -f
complete -c onotify -l key -l dns-key -r -f -a '(__dnscli_keys)' -d 'Sign with this TSIG key: NAME:ALGORITHM:BASE64, @FILE or env:VARIABLE (default: the variable DNSCLI_KEY)'
complete -c onotify -l serial -r -f -d 'The new serial of the zone (default: none is mentioned)'
complete -c onotify -l port -r -f -d 'Port of the server (default: 53)'
complete -c onotify -l timeout -r -f -d 'How long to wait for the server, each time (default: 5s)'
