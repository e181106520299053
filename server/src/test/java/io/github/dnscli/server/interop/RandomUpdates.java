package io.github.dnscli.server.interop;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.request.Update;
import java.util.List;
import java.util.Random;

/// Updates of one zone, always the same for the same seed: additions, other TTLs, and deletions of records, sets and
/// names. There are few names and values, so that changes meet what earlier ones left. Aliases have names of their own:
/// what else is asked for at an alias PowerDNS refuses, where the RFC has it ignored.
final class RandomUpdates {

    private static final int NAMES = 12;

    /// Types, and values with room for a small number.
    private static final List<List<String>> VALUES =
            List.of(
                    List.of("A", "192.0.2.%d"),
                    List.of("AAAA", "2001:db8::%d"),
                    List.of("TXT", "\"text %d\" \"and \\\"more\\\" \\007\\255\""),
                    List.of("MX", "%d mail.elsewhere.example."),
                    List.of("SRV", "%d 5 443 service.elsewhere.example."),
                    List.of("TLSA", "3 1 1 0%1$d%2$s"),
                    List.of("CAA", "0 issue \"ca%d.example\""),
                    List.of("SSHFP", "4 2 0%1$d%2$s"),
                    List.of("CNAME", "host%d.elsewhere.example."));

    private final DomainName zone;
    private final Random random;

    RandomUpdates(DomainName zone, long seed) {
        this.zone = zone;
        this.random = new Random(seed);
    }

    /// {@return one to four changes}
    Update next() {
        var update = Update.of(zone);
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            update = changed(update);
        }
        // What is never there twice: each update changes the zone.
        var mark = zone.child("mark");
        String text = "\"" + random.nextLong() + "\"";
        return update.deleteSet(mark, RecordType.TXT)
                .add(ResourceRecord.of(mark.display(), 60, RecordType.TXT, text));
    }

    private Update changed(Update update) {
        var value = VALUES.get(random.nextInt(VALUES.size()));
        var type = RecordType.parse(value.getFirst()).orElseThrow();
        String kind = type.equals(RecordType.CNAME) ? "alias" : "host";
        String depth = random.nextInt(5) == 0 ? "deep.er." : "";
        var owner = zone.child(depth + kind + random.nextInt(NAMES));
        String data =
                value.getLast().formatted(1 + random.nextInt(6), "c0ffee42".repeat(8).substring(2));
        int ttl = 60 * (1 + random.nextInt(3));
        return switch (random.nextInt(10)) {
            case 0 -> update.deleteName(owner);
            case 1 -> update.deleteSet(owner, type);
            case 2, 3 ->
                    update.deleteRecord(
                            owner, ResourceRecord.of(owner.display(), ttl, type, data).data());
            default -> update.add(ResourceRecord.of(owner.display(), ttl, type, data));
        };
    }
}
