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

complete -c ocertify -s q -l quiet -d 'Say nothing but answers and errors'
complete -c ocertify -s v -l verbose -d 'Say what is being done; twice, say more (can be repeated)'
complete -c ocertify -l verbosity -r -f -a 'quiet error warning info debug' -d 'How much to say: quiet, error, warning (default), info or debug'
complete -c ocertify -l color -r -f -a 'auto always never' -d 'Use colours: auto (default: on a terminal, unless NO_COLOR is set), always or never'
complete -c ocertify -l debug -d 'Should the command have a bug, show where'
complete -c ocertify -s h -l help -d 'Show this help and exit'
complete -c ocertify -l version -d 'Show the version and exit'
complete -c ocertify -n '__dnscli_at 0 --port --dns-key --additional --csr --key --type --data --seed --bits --certificate --ca --wait --timeout --verbosity --color' -f -a '(__fish_print_hostnames)'
complete -c ocertify -n '__dnscli_at 1 --port --dns-key --additional --csr --key --type --data --seed --bits --certificate --ca --wait --timeout --verbosity --color' -f -a '(__fish_print_hostnames)'
complete -c ocertify -l port -r -f -d 'Port of the server (default: 53)'
complete -c ocertify -l dns-key -r -f -a '(__dnscli_keys)' -d 'Upload the request with this TSIG key: NAME:ALGORITHM:BASE64, @FILE or env:VARIABLE (default: the variable DNSCLI_KEY; without any key the certificate is only fetched)'
complete -c ocertify -l additional -r -f -a '(__fish_print_hostnames)' -d 'Ask for this host or wildcard as well, as \'*.example.com\' (can be repeated)'
complete -c ocertify -l csr -r -F -d 'File of the signing request (default: HOST.req)'
complete -c ocertify -l key -r -F -d 'File of the private key (default: HOST.key); made if there is none, never overwritten'
complete -c ocertify -l no-key -d 'The private key is elsewhere: send the request in the file of --csr as it is; no key is read or made'
complete -c ocertify -l type -r -f -a 'rsa ed25519 p256 p384 p521' -d 'Type of a new key: rsa, ed25519, p256 (default), p384 or p521'
complete -c ocertify -l data -r -f -d 'Private scalar of a new key, in base64; not for keys of type rsa'
complete -c ocertify -l seed -r -f -d 'Refused: only the original makes keys of seeds'
complete -c ocertify -l bits -r -f -d 'Length of a new key of type rsa (default: 4096); without --type, that type'
complete -c ocertify -l certificate -r -F -d 'File of the certificate chain (default: HOST.pem)'
complete -c ocertify -l force -d 'Go on although the certificate at hand is good, and make sure that the request is in the DNS'
complete -c ocertify -l ca -r -F -d 'Trust the root certificates in this file (default: what the system trusts)'
complete -c ocertify -l wait -r -f -d 'How long to wait for the certificate (default: 20s)'
complete -c ocertify -l timeout -r -f -d 'How long to wait for the server, each time (default: 5s)'
