package io.github.dnscli.testkit;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// PowerDNS' server, with its zones in an SQLite database. It is asked for changes by update or [#replace], and gives them
/// by AXFR alone.
public final class PdnsServer extends RealServer {

    private final ServerPlan plan;
    private final PdnsDatabase database;

    private PdnsServer(ServerProcess process, ServerPlan plan, PdnsDatabase database) {
        super(process);
        this.plan = plan;
        this.database = database;
    }

    /// {@return a server with one zone, which every key may update and transfer}; skips the test when PowerDNS is not
    /// installed
    ///
    /// @param zoneText the zone file, names relative to the zone
    /// @throws IOException if it does not start; the message holds its output
    public static PdnsServer start(DomainName zone, String zoneText, TsigKey... keys)
            throws IOException {
        return start(ServerPlan.of(zone, zoneText, keys));
    }

    /// {@return a server that does as planned}; skips the test when PowerDNS is not installed
    ///
    /// @throws IOException if it does not start; the message holds its output
    public static PdnsServer start(ServerPlan wished) throws IOException {
        var program = Peer.PDNS_SERVER.require();
        var plan = wished.settled();
        var folder = ServerProcess.folder(Peer.PDNS_SERVER, plan);
        Files.writeString(folder.resolve("pdns.conf"), configuration(folder, plan));
        var database = PdnsDatabase.create(folder, plan);
        var command = List.of(program.toString(), "--config-dir=" + folder);
        return new PdnsServer(ServerProcess.start(folder, plan, command), plan, database);
    }

    /// Puts another text in the place of a zone that the server is the primary of.
    ///
    /// @param text the whole zone file, with a greater serial
    /// @throws IOException if it is refused
    public void replace(DomainName origin, String text) throws IOException {
        database.load(plan.primaryOf(origin), text);
    }

    /// Caches are off, so that changes show at once. Nothing leaves the loopback: the poll for security notices is off, and
    /// without networks in `only-notify` the server does not look for the addresses of name servers.
    private static String configuration(Path folder, ServerPlan plan) {
        return """
        launch=gsqlite3
        gsqlite3-database=%1$s/zones.sqlite3
        gsqlite3-pragma-synchronous=0
        local-address=127.0.0.1
        local-port=%2$d
        socket-dir=%1$s
        daemon=no
        guardian=no
        webserver=no
        primary=yes
        secondary=yes
        xfr-cycle-interval=1
        security-poll-suffix=
        only-notify=
        allow-axfr-ips=%3$s
        allow-notify-from=127.0.0.0/8
        dnsupdate=%4$s
        allow-dnsupdate-from=127.0.0.0/8
        8bit-dns=yes
        cache-ttl=0
        query-cache-ttl=0
        negquery-cache-ttl=0
        zone-cache-refresh-interval=0
        zone-metadata-cache-ttl=0
        loglevel=6
        """
                .formatted(
                        folder,
                        plan.port(),
                        plan.openTransfers() ? "127.0.0.0/8" : "",
                        plan.keys().isEmpty() ? "no" : "yes");
    }
}
