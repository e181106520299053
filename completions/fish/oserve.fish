# Generated from the command itself: change it there.
complete -c oserve -s q -l quiet -d 'Say nothing but answers and errors'
complete -c oserve -s v -l verbose -d 'Say what is being done; twice, say more (can be repeated)'
complete -c oserve -l verbosity -r -f -a 'quiet error warning info debug' -d 'How much to say: quiet, error, warning (default), info or debug'
complete -c oserve -l color -r -f -a 'auto always never' -d 'Use colours: auto (default: on a terminal, unless NO_COLOR is set), always or never'
complete -c oserve -l debug -d 'Should the command have a bug, show where'
complete -c oserve -s h -l help -d 'Show this help and exit'
complete -c oserve -l version -d 'Show the version and exit'
complete -c oserve -f
complete -c oserve -n 'not __fish_seen_subcommand_from demo primary' -f -a demo -d 'walk the whole road on this machine, command by command'
complete -c oserve -n '__fish_seen_subcommand_from demo' -f
complete -c oserve -n '__fish_seen_subcommand_from demo' -l stay -d 'Leave the servers running at the end, and say what to try'
complete -c oserve -n 'not __fish_seen_subcommand_from demo primary' -f -a primary -d 'serve the zone files of a folder'
complete -c oserve -n '__fish_seen_subcommand_from primary' -f
complete -c oserve -n '__fish_seen_subcommand_from primary' -l zones -r -f -a '(__fish_complete_directories)' -d 'The folder: a file for each zone, named like the zone'
complete -c oserve -n '__fish_seen_subcommand_from primary' -l listen -r -f -d 'Listen here, by UDP and TCP; [::1]:53 for IPv6, port 0 for a free one (default: port 53 of all addresses)'
complete -c oserve -n '__fish_seen_subcommand_from primary' -l keys -r -F -d 'More keys, besides the key files in the folder'
complete -c oserve -n '__fish_seen_subcommand_from primary' -l grant -r -f -d 'Let a key update, transfer or notify a zone, whatever the key\'s name says'
complete -c oserve -n '__fish_seen_subcommand_from primary' -l axfr -d 'Let anybody fetch whole zones'
complete -c oserve -n '__fish_seen_subcommand_from primary' -l notify -r -f -d 'Tell this server of every change too, signed by a key of the key files if one is named'
complete -c oserve -n '__fish_seen_subcommand_from primary' -l notify-port -r -f -d 'Port of the zones\' own name servers, which are told of changes (default: 53)'
complete -c oserve -n '__fish_seen_subcommand_from primary' -l no-notify -d 'Do not tell the zones\' own name servers of changes'
