# Generated from the command itself: change it there.
complete -c ozone -s q -l quiet -d 'Say nothing but answers and errors'
complete -c ozone -s v -l verbose -d 'Say what is being done; twice, say more (can be repeated)'
complete -c ozone -l verbosity -r -f -a 'quiet error warning info debug' -d 'How much to say: quiet, error, warning (default), info or debug'
complete -c ozone -l color -r -f -a 'auto always never' -d 'Use colours: auto (default: on a terminal, unless NO_COLOR is set), always or never'
complete -c ozone -l debug -d 'Should the command have a bug, show where'
complete -c ozone -s h -l help -d 'Show this help and exit'
complete -c ozone -l version -d 'Show the version and exit'
complete -c ozone -F
complete -c ozone -l old -r -F -d 'Check the zone also as the successor of the one in this file; \'-\' is standard input'
complete -c ozone -l zone-name -r -f -d 'Name of the zone (default: told by the name of the file)'
