package io.github.dnscli.testkit;

import static java.util.stream.Collectors.joining;

import io.github.dnscli.common.key.TsigKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/// The database of a PowerDNS server: what others write in configuration files stands here in tables.
final class PdnsDatabase {

    /// Where the package puts the tables' definitions.
    private static final Path TABLES =
            Path.of("/usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql");

    private final Path folder;
    private final ServerPlan plan;

    private PdnsDatabase(Path folder, ServerPlan plan) {
        this.folder = folder;
        this.plan = plan;
    }

    static PdnsDatabase create(Path folder, ServerPlan plan) throws IOException {
        var database = new PdnsDatabase(folder, plan);
        database.execute(Files.readString(TABLES));
        for (var zone : plan.zones()) {
            if (zone instanceof PlannedZone.Primary primary) {
                database.load(primary, primary.text());
            }
        }
        database.execute(
                Stream.concat(
                                plan.knownKeys().stream().map(PdnsDatabase::key),
                                plan.zones().stream().map(database::roleAndRights))
                        .collect(joining("", "BEGIN;\n", "COMMIT;\n")));
        return database;
    }

    /// Puts a zone's records in the place of those that are there.
    void load(PlannedZone.Primary zone, String text) throws IOException {
        String file = plan.fileName(zone);
        Files.writeString(folder.resolve(file), text);
        ServerProcess.runToEnd(
                folder,
                "",
                List.of(
                        Peer.PDNSUTIL.require().toString(),
                        "--config-dir=" + folder,
                        "load-zone",
                        name(zone),
                        file));
    }

    private void execute(String sql) throws IOException {
        ServerProcess.runToEnd(
                folder, sql, List.of(Peer.SQLITE3.require().toString(), "-bail", "zones.sqlite3"));
    }

    private static String key(TsigKey key) {
        return "INSERT INTO tsigkeys (name, algorithm, secret) VALUES ('%s', '%s', '%s');\n"
                .formatted(
                        key.name().display(),
                        key.algorithm().dnsName().display(),
                        Base64.getEncoder().encodeToString(key.secret()));
    }

    private String roleAndRights(PlannedZone zone) {
        return role(zone)
                + plan.keys().stream()
                        .map(key -> key.name().display())
                        .map(
                                key ->
                                        metadata(zone, "TSIG-ALLOW-AXFR", key)
                                                + metadata(zone, "TSIG-ALLOW-DNSUPDATE", key))
                        .collect(joining());
    }

    private static String role(PlannedZone zone) {
        return switch (zone) {
            case PlannedZone.Primary primary ->
                    "UPDATE domains SET type = 'MASTER' WHERE name = '%s';\n".formatted(name(zone))
                            + primary.remotes().stream()
                                    .map(remote -> metadata(zone, "ALSO-NOTIFY", address(remote)))
                                    .collect(joining());
            case PlannedZone.Secondary secondary ->
                    "INSERT INTO domains (name, type, master) VALUES ('%s', 'SLAVE', '%s');\n"
                                    .formatted(
                                            name(zone),
                                            secondary.remotes().stream()
                                                    .map(PdnsDatabase::address)
                                                    .collect(joining(",")))
                            + metadata(zone, "IXFR", "1")
                            + secondary.remotes().stream()
                                    .flatMap(remote -> remote.key().stream())
                                    .map(key -> key.name().display())
                                    .distinct()
                                    .map(key -> metadata(zone, "AXFR-MASTER-TSIG", key))
                                    .collect(joining());
        };
    }

    private static String metadata(PlannedZone zone, String kind, String content) {
        return """
        INSERT INTO domainmetadata (domain_id, kind, content)
          SELECT id, '%s', '%s' FROM domains WHERE name = '%s';
        """
                .formatted(kind, content, name(zone));
    }

    private static String address(Remote remote) {
        return remote.host() + ":" + remote.server().port();
    }

    /// The database has the root as an empty name, and all names in small letters.
    private static String name(PlannedZone zone) {
        return zone.origin().isRoot() ? "" : zone.origin().lowerCase().display();
    }
}
