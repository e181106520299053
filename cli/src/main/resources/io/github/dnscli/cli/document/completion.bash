
# From here on all commands of dns-cli have the same; it runs in bash 3.2 and newer.

# Offers what can stand at the cursor.
#
# $1: the function that knows the command; $2: the word at the cursor as readline sees it
__dnscli_complete() {
    local words=() options=() arguments=() commands='' argument_files='' used=' '
    local path='' place=0 expected='' ended='' kind word i cur
    __dnscli_words
    cur=${words[${#words[@]} - 1]}
    COMPREPLY=()
    "$1" ''
    for ((i = 1; i < ${#words[@]} - 1; i++)); do
        word=${words[i]}
        if [[ -n $expected ]]; then
            expected=''
        elif [[ -z $ended && $word == -- ]]; then
            ended=yes
        elif [[ -z $ended && $word == -?* ]]; then
            __dnscli_use "$word"
        elif [[ $place == 0 && " $commands " == *" $word "* ]]; then
            path="$path $word"
            "$1" "${path# }"
        else
            place=$((place + 1))
        fi
    done
    __dnscli_compopt +o default
    if [[ -n $expected ]]; then
        __dnscli_value "$expected" '' "$cur" "$2"
    elif [[ -z $ended && $cur == --*=* ]]; then
        __dnscli_kind "${cur%%=*}" && __dnscli_value "$kind" "${cur%%=*}=" "${cur#*=}" "$2"
    elif [[ -z $ended && $cur == -* ]]; then
        __dnscli_options "$2"
    elif [[ -n $argument_files && $cur == @* ]]; then
        __dnscli_at_files '' "$cur" "$2"
    else
        __dnscli_argument "$2"
    fi
}

# Puts the words up to the cursor together, which bash also parts at '=', ':' and '@'.
__dnscli_words() {
    local rest=${COMP_LINE:0:COMP_POINT} space i word
    for ((i = 0; i <= COMP_CWORD; i++)); do
        space=${rest%%[![:space:]]*}
        rest=${rest#"$space"}
        word=${COMP_WORDS[i]}
        if ((i == COMP_CWORD)); then
            word=$rest
        fi
        if [[ $i == 0 || -n $space ]]; then
            words+=("$word")
        else
            words[${#words[@]} - 1]+=$word
        fi
        rest=${rest#"$word"}
    done
}

# Sets 'kind' to what the value of an option can be, empty for a flag; fails when there is no such option.
__dnscli_kind() {
    local option names
    for option in "${options[@]}"; do
        names=${option%% *}
        if [[ ",${names#\*}," == *",$1,"* ]]; then
            kind=${option#"$names"}
            kind=${kind# }
            [[ $names == \** ]] || used="$used$names "
            return 0
        fi
    done
    return 1
}

# Takes notice of an option in front of the cursor.
__dnscli_use() {
    case $1 in
        --*=*) __dnscli_kind "${1%%=*}" ;;
        --* | -?) __dnscli_kind "$1" && expected=$kind ;;
        *) __dnscli_kind "${1:0:2}" ;;
    esac
}

# Offers the options that can still be given.
__dnscli_options() {
    local option names name
    for option in "${options[@]}"; do
        names=${option%% *}
        if [[ $used == *" $names "* ]]; then
            continue
        fi
        names=${names#\*}
        for name in ${names//,/ }; do
            if [[ $name == --* && $option == *' '* ]]; then
                name+='='
            fi
            __dnscli_offer "$name" "$1"
        done
    done
    if [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *= ]]; then
        __dnscli_compopt -o nospace
    fi
}

# Offers commands, or what can stand in the place of the cursor.
__dnscli_argument() {
    local name
    if [[ $place == 0 ]]; then
        for name in $commands; do
            __dnscli_offer "$name" "$1"
        done
    fi
    local count=${#arguments[@]}
    if ((place < count)); then
        __dnscli_value "${arguments[place]#\*}" '' "$cur" "$1"
    elif ((count > 0)) && [[ ${arguments[count - 1]} == \** ]]; then
        __dnscli_value "${arguments[count - 1]#\*}" '' "$cur" "$1"
    fi
}

# Offers values.
#
# $1: of what kind; $2: what stands in front; $3: the beginning of the value; $4: the word as readline sees it
__dnscli_value() {
    local value
    case $1 in
        files) __dnscli_compopt -o default ;;
        folders) __dnscli_compopt -o dirnames ;;
        words\ *)
            for value in ${1#words }; do
                __dnscli_offer "$2$value" "$4"
            done
            ;;
        hosts)
            local at=''
            [[ $3 == @* ]] && at=@
            for value in $(compgen -A hostname -- "${3#@}"); do
                __dnscli_offer "$2$at$value" "$4"
            done
            ;;
        key)
            case $3 in
                @*) __dnscli_at_files "$2" "$3" "$4" ;;
                env:*)
                    for value in $(compgen -e -- "${3#env:}"); do
                        __dnscli_offer "${2}env:$value" "$4"
                    done
                    ;;
                *)
                    __dnscli_offer "$2@" "$4"
                    __dnscli_offer "${2}env:" "$4"
                    __dnscli_compopt -o nospace
                    ;;
            esac
            ;;
    esac
}

# Offers files behind '@', which readline takes for a part of their names.
__dnscli_at_files() {
    local value start=${2#@}
    while IFS= read -r value; do
        if [[ -d $value ]]; then
            value+=/
        fi
        value="$1@$value"
        COMPREPLY+=("${value#"${cur%"$3"}"}")
    done < <(compgen -f -- "${start//\\/}")
    __dnscli_compopt -o filenames
    if [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == */ ]]; then
        __dnscli_compopt -o nospace
    fi
}

# Offers one word, less what readline keeps of the one at the cursor.
__dnscli_offer() {
    if [[ $1 == "$cur"* ]]; then
        COMPREPLY+=("${1#"${cur%"$2"}"}")
    fi
}

__dnscli_compopt() {
    if type compopt >/dev/null 2>&1; then
        compopt "$@" 2>/dev/null
    fi
    return 0
}
