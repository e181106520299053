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

complete -c osh -s q -l quiet -d 'Say nothing but answers and errors'
complete -c osh -s v -l verbose -d 'Say what is being done; twice, say more (can be repeated)'
complete -c osh -l verbosity -r -f -a 'quiet error warning info debug' -d 'How much to say: quiet, error, warning (default), info or debug'
complete -c osh -l color -r -f -a 'auto always never' -d 'Use colours: auto (default: on a terminal, unless NO_COLOR is set), always or never'
complete -c osh -l debug -d 'Should the command have a bug, show where'
complete -c osh -s h -l help -d 'Show this help and exit'
complete -c osh -l version -d 'Show the version and exit'
complete -c osh -n 'not __fish_seen_subcommand_from dig ls watch zone' -F
complete -c osh -n 'not __fish_seen_subcommand_from dig ls watch zone' -s c -r -f -d 'Run this line instead of a script (can be repeated)'
complete -c osh -n 'not __fish_seen_subcommand_from dig ls watch zone' -l keep-going -d 'Run the lines of a script after one that failed, too'
complete -c osh -n 'not __fish_seen_subcommand_from dig ls watch zone' -f -a dig -d 'ask a server a question and show what it says'
complete -c osh -n '__fish_seen_subcommand_from dig; and __dnscli_at 1 --server --zone --key --dns-key -x --port --timeout --verbosity --color' -f
complete -c osh -n '__fish_seen_subcommand_from dig; and __dnscli_at 2 --server --zone --key --dns-key -x --port --timeout --verbosity --color' -f
complete -c osh -n '__fish_seen_subcommand_from dig; and __dnscli_at 3 --server --zone --key --dns-key -x --port --timeout --verbosity --color' -f
complete -c osh -n '__fish_seen_subcommand_from dig' -l server -r -f -a '(__fish_print_hostnames)' -d 'The name server: an address or a host name, with \'#PORT\' behind it if need be'
complete -c osh -n '__fish_seen_subcommand_from dig' -l zone -r -f -d 'The zone that a NAME of a single label is in'
complete -c osh -n '__fish_seen_subcommand_from dig' -l key -l dns-key -r -f -a '(__dnscli_keys)' -d 'Sign with this TSIG key: NAME:ALGORITHM:BASE64, @FILE or env:VARIABLE (default: the variable DNSCLI_KEY)'
complete -c osh -n '__fish_seen_subcommand_from dig' -s x -r -f -d 'Ask for the name of this address (PTR)'
complete -c osh -n '__fish_seen_subcommand_from dig' -l tcp -d 'Ask over TCP at once'
complete -c osh -n '__fish_seen_subcommand_from dig' -l dnssec -d 'Ask for signatures, too'
complete -c osh -n '__fish_seen_subcommand_from dig' -l short -d 'Show the data of the answer and nothing else'
complete -c osh -n '__fish_seen_subcommand_from dig' -l json -d 'Show the reply as JSON'
complete -c osh -n '__fish_seen_subcommand_from dig' -l port -r -f -d 'Port of the server (default: 53)'
complete -c osh -n '__fish_seen_subcommand_from dig' -l timeout -r -f -d 'How long to wait for the server, each time (default: 5s)'
complete -c osh -n 'not __fish_seen_subcommand_from dig ls watch zone' -f -a ls -d 'list the names of a zone'
complete -c osh -n '__fish_seen_subcommand_from ls' -f
complete -c osh -n '__fish_seen_subcommand_from ls' -l server -r -f -a '(__fish_print_hostnames)' -d 'The name server: an address or a host name, with \'#PORT\' behind it if need be'
complete -c osh -n '__fish_seen_subcommand_from ls' -l zone -r -f -d 'The zone on the server'
complete -c osh -n '__fish_seen_subcommand_from ls' -l key -l dns-key -r -f -a '(__dnscli_keys)' -d 'Sign with this TSIG key: NAME:ALGORITHM:BASE64, @FILE or env:VARIABLE (default: the variable DNSCLI_KEY)'
complete -c osh -n '__fish_seen_subcommand_from ls' -l port -r -f -d 'Port of the server (default: 53)'
complete -c osh -n '__fish_seen_subcommand_from ls' -l timeout -r -f -d 'How long to wait for the server, each time (default: 5s)'
complete -c osh -n '__fish_seen_subcommand_from ls' -s l -d 'Show the records of each name'
complete -c osh -n '__fish_seen_subcommand_from ls' -s r -d 'Show all names below, not one level only'
complete -c osh -n '__fish_seen_subcommand_from ls' -l types -r -f -d 'Show only records of these types, with commas between them'
complete -c osh -n 'not __fish_seen_subcommand_from dig ls watch zone' -f -a watch -d 'show changes of a zone, or of an answer, as they come'
complete -c osh -n '__fish_seen_subcommand_from watch; and __dnscli_at 1 --server --zone --key --dns-key --port --timeout --interval --count --for --verbosity --color' -f
complete -c osh -n '__fish_seen_subcommand_from watch; and __dnscli_at 2 --server --zone --key --dns-key --port --timeout --interval --count --for --verbosity --color' -f
complete -c osh -n '__fish_seen_subcommand_from watch' -l server -r -f -a '(__fish_print_hostnames)' -d 'The name server: an address or a host name, with \'#PORT\' behind it if need be'
complete -c osh -n '__fish_seen_subcommand_from watch' -l zone -r -f -d 'The zone on the server'
complete -c osh -n '__fish_seen_subcommand_from watch' -l key -l dns-key -r -f -a '(__dnscli_keys)' -d 'Sign with this TSIG key: NAME:ALGORITHM:BASE64, @FILE or env:VARIABLE (default: the variable DNSCLI_KEY)'
complete -c osh -n '__fish_seen_subcommand_from watch' -l port -r -f -d 'Port of the server (default: 53)'
complete -c osh -n '__fish_seen_subcommand_from watch' -l timeout -r -f -d 'How long to wait for the server, each time (default: 5s)'
complete -c osh -n '__fish_seen_subcommand_from watch' -l interval -r -f -d 'How long to wait between two looks (default: 5s)'
complete -c osh -n '__fish_seen_subcommand_from watch' -l count -r -f -d 'End after so many changes (default: 1 of an answer, no end for a zone)'
complete -c osh -n '__fish_seen_subcommand_from watch' -l for -r -f -d 'End after this time'
complete -c osh -n 'not __fish_seen_subcommand_from dig ls watch zone' -f -a zone -d 'show, check, edit and change a zone at its server'
complete -c osh -n '__fish_seen_subcommand_from zone' -f
complete -c osh -n '__fish_seen_subcommand_from zone; and not __fish_seen_subcommand_from apply check diff edit save show' -f -a apply -d 'make the zone what a zone file says'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from apply' -F
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from apply' -l server -r -f -a '(__fish_print_hostnames)' -d 'The name server: an address or a host name, with \'#PORT\' behind it if need be'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from apply' -l zone -r -f -d 'The zone on the server'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from apply' -l key -l dns-key -r -f -a '(__dnscli_keys)' -d 'Sign with this TSIG key: NAME:ALGORITHM:BASE64, @FILE or env:VARIABLE (default: the variable DNSCLI_KEY)'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from apply' -l port -r -f -d 'Port of the server (default: 53)'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from apply' -l timeout -r -f -d 'How long to wait for the server, each time (default: 5s)'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from apply' -l yes -d 'Change the zone without asking'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from apply' -l dry-run -d 'Show what would change, and change nothing'
complete -c osh -n '__fish_seen_subcommand_from zone; and not __fish_seen_subcommand_from apply check diff edit save show' -f -a check -d 'check the zone that is served, as ozone checks files'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from check' -f
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from check' -l server -r -f -a '(__fish_print_hostnames)' -d 'The name server: an address or a host name, with \'#PORT\' behind it if need be'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from check' -l zone -r -f -d 'The zone on the server'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from check' -l key -l dns-key -r -f -a '(__dnscli_keys)' -d 'Sign with this TSIG key: NAME:ALGORITHM:BASE64, @FILE or env:VARIABLE (default: the variable DNSCLI_KEY)'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from check' -l port -r -f -d 'Port of the server (default: 53)'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from check' -l timeout -r -f -d 'How long to wait for the server, each time (default: 5s)'
complete -c osh -n '__fish_seen_subcommand_from zone; and not __fish_seen_subcommand_from apply check diff edit save show' -f -a diff -d 'show how a zone file differs from what is served'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from diff' -F
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from diff' -l server -r -f -a '(__fish_print_hostnames)' -d 'The name server: an address or a host name, with \'#PORT\' behind it if need be'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from diff' -l zone -r -f -d 'The zone on the server'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from diff' -l key -l dns-key -r -f -a '(__dnscli_keys)' -d 'Sign with this TSIG key: NAME:ALGORITHM:BASE64, @FILE or env:VARIABLE (default: the variable DNSCLI_KEY)'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from diff' -l port -r -f -d 'Port of the server (default: 53)'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from diff' -l timeout -r -f -d 'How long to wait for the server, each time (default: 5s)'
complete -c osh -n '__fish_seen_subcommand_from zone; and not __fish_seen_subcommand_from apply check diff edit save show' -f -a edit -d 'edit the zone and apply what changes'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from edit' -F
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from edit' -l server -r -f -a '(__fish_print_hostnames)' -d 'The name server: an address or a host name, with \'#PORT\' behind it if need be'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from edit' -l zone -r -f -d 'The zone on the server'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from edit' -l key -l dns-key -r -f -a '(__dnscli_keys)' -d 'Sign with this TSIG key: NAME:ALGORITHM:BASE64, @FILE or env:VARIABLE (default: the variable DNSCLI_KEY)'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from edit' -l port -r -f -d 'Port of the server (default: 53)'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from edit' -l timeout -r -f -d 'How long to wait for the server, each time (default: 5s)'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from edit' -l yes -d 'Change the zone without asking'
complete -c osh -n '__fish_seen_subcommand_from zone; and not __fish_seen_subcommand_from apply check diff edit save show' -f -a save -d 'save the zone as a zone file'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from save' -F
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from save' -l server -r -f -a '(__fish_print_hostnames)' -d 'The name server: an address or a host name, with \'#PORT\' behind it if need be'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from save' -l zone -r -f -d 'The zone on the server'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from save' -l key -l dns-key -r -f -a '(__dnscli_keys)' -d 'Sign with this TSIG key: NAME:ALGORITHM:BASE64, @FILE or env:VARIABLE (default: the variable DNSCLI_KEY)'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from save' -l port -r -f -d 'Port of the server (default: 53)'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from save' -l timeout -r -f -d 'How long to wait for the server, each time (default: 5s)'
complete -c osh -n '__fish_seen_subcommand_from zone; and not __fish_seen_subcommand_from apply check diff edit save show' -f -a show -d 'show the zone as a zone file'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from show' -f
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from show' -l server -r -f -a '(__fish_print_hostnames)' -d 'The name server: an address or a host name, with \'#PORT\' behind it if need be'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from show' -l zone -r -f -d 'The zone on the server'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from show' -l key -l dns-key -r -f -a '(__dnscli_keys)' -d 'Sign with this TSIG key: NAME:ALGORITHM:BASE64, @FILE or env:VARIABLE (default: the variable DNSCLI_KEY)'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from show' -l port -r -f -d 'Port of the server (default: 53)'
complete -c osh -n '__fish_seen_subcommand_from zone; and __fish_seen_subcommand_from show' -l timeout -r -f -d 'How long to wait for the server, each time (default: 5s)'
