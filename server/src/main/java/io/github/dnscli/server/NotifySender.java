package io.github.dnscli.server;

import io.github.dnscli.common.zone.Zone;
import java.time.InstantSource;

/// Tells other servers of changes, each until it answers or the last delay is over (RFC 1996 §3.5). News of a zone
/// replaces older news that has not arrived.
final class NotifySender implements AutoCloseable {

    NotifySender(NotifyPlan plan, InstantSource clock) {}

    void announce(Zone zone) {}

    @Override
    public void close() {}
}
