package io.github.dnscli.oserve.torture;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.testkit.BareRepository;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is in the remote repository, looked at once.
///
/// @param texts the files of the zones
/// @param zones what they hold, if they hold zones
record Remains(Map<DomainName, String> texts, Map<DomainName, Zone> zones) {

    static Remains of(BareRepository remote) throws IOException {
        var texts = new HashMap<DomainName, String>();
        var zones = new HashMap<DomainName, Zone>();
        for (var origin : ZoneText.ORIGINS) {
            String text = remote.read("main", origin.display());
            texts.put(origin, text);
            ZoneText.read(origin, text).ifPresent(zone -> zones.put(origin, zone));
        }
        return new Remains(texts, zones);
    }

    Zone zone(DomainName origin) {
        return Optional.ofNullable(zones.get(origin)).orElseThrow();
    }

    /// {@return what is missing in them, or not served}
    List<String> problems(Expectations expectations, Line server) {
        if (zones.size() < texts.size()) {
            return List.of("only these can be read: " + zones.keySet());
        }
        var problems = new ArrayList<>(expectations.unmet(this));
        zones.forEach(
                (origin, zone) -> {
                    if (!server.say(
                                    exchange ->
                                            exchange.transfer(Transfer.of(origin), Follower.KEY))
                            .filter(reply -> isOf(zone, reply))
                            .isPresent()) {
                        problems.add(origin + " is not served as it is in the repository");
                    }
                });
        return problems;
    }

    private static boolean isOf(Zone zone, TransferReply reply) {
        return reply instanceof TransferReply.Complete(var served, _) && served.equals(zone);
    }
}
