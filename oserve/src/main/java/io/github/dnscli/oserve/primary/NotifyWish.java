package io.github.dnscli.oserve.primary;

import io.github.dnscli.cli.NameArgument;
import io.github.dnscli.cli.ServerArgument;
import io.github.dnscli.common.name.DomainName;
import java.util.Optional;

/// A server to be told of changes, as `SERVER` or `SERVER=KEYNAME`.
///
/// @param server the server
/// @param key the name of the key that signs, one of the key files'
record NotifyWish(ServerArgument server, Optional<DomainName> key) {

    static NotifyWish parse(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new NotifyWish(new ServerArgument(text), Optional.empty())
                : new NotifyWish(
                        new ServerArgument(text.substring(0, equals)),
                        Optional.of(NameArgument.parse(text.substring(equals + 1))));
    }
}
