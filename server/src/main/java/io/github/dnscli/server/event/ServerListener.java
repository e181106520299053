package io.github.dnscli.server.event;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.state.ZoneChange;

/// Is told what happens. Calls come one after the other, in order, on a thread of the listener's own, and may take their
/// time; when it falls behind by more than the server's limit, events are dropped and counted. What it throws is logged
/// and does no harm.
public interface ServerListener {

    /// Somebody with the right to say so says that a zone has changed.
    ///
    /// @param zone the zone named in the message, served or not
    /// @param key the name of the key that signed
    /// @param peer who said so
    default void notified(DomainName zone, DomainName key, Peer peer) {}

    /// A zone was changed by UPDATE, durably, and is served.
    default void updated(ZoneChange change) {}

    /// A change asked for by UPDATE was refused, because it could not be stored; the zone is as it was.
    ///
    /// @param reason the store's trouble, or its fault
    default void unsaved(ZoneChange change, Exception reason) {}

    /// A request was turned down; for logs.
    ///
    /// @param reason for people; no secrets in it
    default void refused(Peer peer, String reason) {}

    /// A transfer has ended.
    default void transferred(TransferEvent transfer) {}

    /// News for another server has arrived there, or never will.
    default void told(NotifyEvent news) {}

    /// Something has happened to a zone that comes from another server.
    default void secondary(SecondaryEvent event) {}
}
