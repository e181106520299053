package io.github.dnscli.server.state;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.transport.ServerAddress;
import java.util.Optional;

/// A server that is told of changes.
///
/// @param server where it listens
/// @param key signs the messages; empty to leave them unsigned
public record NotifyTarget(ServerAddress server, Optional<TsigKey> key) {}
