package io.github.dnscli.certificate.upload;

import io.github.dnscli.common.key.KeyName;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.FoundZone;
import io.github.dnscli.common.request.ZoneFinder;
import java.io.IOException;

/// Which zone to update for a name. The server is asked first, because a key for a zone may serve a zone below it too;
/// where it does not tell, the name of the key does.
final class UpdateZone {

    private UpdateZone() {}

    /// {@return the zone of a name, or why nobody knows it}
    ///
    /// @throws IOException if the server does not answer
    static FoundZone find(Exchange exchange, TsigKey key, DomainName name) throws IOException {
        var told = ZoneFinder.find(exchange, name);
        var zone = zoneOf(key);
        boolean byKey =
                !(told instanceof FoundZone.Found) && !zone.isRoot() && name.isAtOrBelow(zone);
        return byKey ? new FoundZone.Found(zone) : told;
    }

    /// {@return the zone that a key's name speaks of}; a name that speaks of no right is a zone's own, as in the original
    private static DomainName zoneOf(TsigKey key) {
        return KeyName.of(key.name()).map(KeyName::zone).orElse(key.name());
    }
}
