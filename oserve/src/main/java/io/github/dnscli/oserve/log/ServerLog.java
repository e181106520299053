package io.github.dnscli.oserve.log;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.server.event.NotifyEvent;
import io.github.dnscli.server.event.SecondaryEvent;
import io.github.dnscli.server.event.ServerListener;
import io.github.dnscli.server.event.TransferEvent;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.state.ZoneChange;

/// Logs what a name server tells.
///
/// @param log where to
public record ServerLog(Log log) implements ServerListener {

    @Override
    public void notified(DomainName zone, DomainName key, Peer peer) {
        log.write(ServerWords.notified(zone, key, peer));
    }

    @Override
    public void updated(ZoneChange change) {
        log.write(ServerWords.updated(change));
    }

    @Override
    public void unsaved(ZoneChange change, Exception reason) {
        log.write(ServerWords.unsaved(change, reason));
    }

    @Override
    public void refused(Peer peer, String reason) {
        log.write(ServerWords.refused(peer, reason));
    }

    @Override
    public void transferred(TransferEvent transfer) {
        log.write(ServerWords.transferred(transfer));
    }

    @Override
    public void told(NotifyEvent news) {
        log.write(ServerWords.told(news));
    }

    @Override
    public void secondary(SecondaryEvent event) {
        log.write(SecondaryWords.of(event));
    }
}
