#!/bin/sh
# @tool@ of dns-cli: finds a Java of 25 or newer and runs the program on it.
# DNSCLI_JAVA_HOME says which Java; DNSCLI_JAVA_OPTIONS are more options for it.

# Takes the Java in folder $1 if it is new enough. The file 'release' tells without starting it.
take() {
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  version=
  build=
  vendor=
  while IFS='=' read -r key value; do
    value=${value#\"}
    value=${value%\"}
    case $key in
      IMPLEMENTOR_VERSION) vendor=$value ;;
      JAVA_RUNTIME_VERSION) build=$value ;;
      JAVA_VERSION) version=${value%%[!0-9]*} ;;
      MODULES) break ;;
    esac
  done <"$1/release"
  [ "${version:-0}" -ge 25 ] && java=$1/bin/java
}

fail() {
  echo "@tool@: error: $1" >&2
  echo "@tool@: hint: install a Java of 25 or newer, or set DNSCLI_JAVA_HOME to the folder of one" >&2
  exit 3
}

# The Java that 'java' on the PATH leads to.
take_from_path() {
  found=$(command -v java) || return 1
  [ -L "$found" ] && found=$(readlink -f "$found")
  take "${found%/bin/java}"
}

take_from_usual_places() {
  for folder in \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.jbang/cache/jdks/*
  do
    take "$folder" && return
  done
  return 1
}

find_java() {
  if [ -n "${DNSCLI_JAVA_HOME:-}" ]; then
    take "$DNSCLI_JAVA_HOME" || fail "no Java of 25 or newer in DNSCLI_JAVA_HOME, '$DNSCLI_JAVA_HOME'"
    return
  fi
  [ -n "${JAVA_HOME:-}" ] && take "$JAVA_HOME" && return
  take_from_path || take_from_usual_places || fail "no Java of 25 or newer found"
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

find_java

cache=$home/lib/@family@-@digest@-$vendor-$build.aot
[ -r "$cache" ] || cache=
terminals=
[ -t 1 ] && terminals=1
[ -t 2 ] && terminals=${terminals}2

# shellcheck disable=SC2086 # more options are more words
exec "$java" ${cache:+"-XX:AOTCache=$cache"} \
  @options@ \
  "-Ddnscli.terminals=$terminals" "-Ddnscli.home=$home" \
  ${DNSCLI_JAVA_OPTIONS:-} -cp "@classpath@" @main@ "$@"
