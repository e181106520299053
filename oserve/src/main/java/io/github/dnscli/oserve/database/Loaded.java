package io.github.dnscli.oserve.database;

import io.github.dnscli.server.state.ServerState;
import java.util.Optional;

/// What a database holds at the start.
///
/// @param state zones and keys
/// @param obstacle why a server should not begin with that, for people; empty if it may
public record Loaded(ServerState state, Optional<String> obstacle) {}
