#!/bin/sh
# @tool@ of dns-cli. It runs on the Java beside it; DNSCLI_JAVA_HOME says which other one shall run it, of 25 or newer, and
# DNSCLI_JAVA_OPTIONS are more options for it.

# Takes the Java in folder $1 if it is new enough. The file 'release' tells without starting it.
take() {
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  version=
  while IFS='=' read -r key value; do
    value=${value#\"}
    [ "$key" = JAVA_VERSION ] && version=${value%%[!0-9]*}
  done <"$1/release"
  [ "${version:-0}" -ge 25 ] && java=$1/bin/java
}

self=$0
case $self in
  */*) ;;
  *) self=./$self ;;
esac
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=${self%/*}/$link ;;
  esac
done
home=${self%/*}
case $home in
  */bin) home=${home%/bin} ;;
  *) home=$home/.. ;;
esac
lib=$home/lib

# The cache is of the Java beside it, and of no use to others.
java=$lib/runtime/bin/java
@cache@
if [ -n "${DNSCLI_JAVA_HOME:-}" ]; then
  cache=
  take "$DNSCLI_JAVA_HOME" || {
    echo "@tool@: error: no Java of 25 or newer in DNSCLI_JAVA_HOME, '$DNSCLI_JAVA_HOME'" >&2
    echo "@tool@: hint: unset it, or set it to the folder of one" >&2
    exit 3
  }
fi
[ -r "$cache" ] || cache=
terminals=
[ -t 1 ] && terminals=1
[ -t 2 ] && terminals=${terminals}2

# shellcheck disable=SC2086 # more options are more words
exec "$java" ${cache:+"-XX:AOTCache=$cache" @cached@} \
  @options@ \
  "-Ddnscli.terminals=$terminals" "-Ddnscli.home=$home" \
  ${DNSCLI_JAVA_OPTIONS:-} -cp "@classpath@" @main@ "$@"
