package io.github.dnscli.server.notify;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import java.util.Optional;

/// What a recipient is told.
///
/// @param zone the zone that changed
/// @param serial its serial
/// @param key signs the message; empty to leave it unsigned
record News(DomainName zone, Serial serial, Optional<TsigKey> key) {}
