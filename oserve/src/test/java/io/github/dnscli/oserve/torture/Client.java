package io.github.dnscli.oserve.torture;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.wire.Rcode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// A client that changes records of its own, adds to those of all, and asks again for what was not acknowledged.
final class Client implements Callable<Integer> {

    private static final int NAMES = 12;
    private static final int SHARED = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BREATH = Duration.ofMillis(20);

    /// A change, and what is to be expected once it is acknowledged.
    private record Wish(Update update, Runnable granted) {}

    private final int number;
    private final TorturePlan plan;
    private final ServerAddress server;
    private final Expectations expectations;
    private final TsigKey key;
    private final Random random;
    private int asked;

    Client(int number, TorturePlan plan, ServerAddress server, Expectations expectations) {
        this.number = number;
        this.plan = plan;
        this.server = server;
        this.expectations = expectations;
        this.key = key(number);
        this.random = new Random(plan.seed() * 31 + number);
    }

    static TsigKey key(int number) {
        return Line.key("client" + number + "._update");
    }

    /// {@return how many updates were acknowledged}
    @Override
    public Integer call() {
        long start = System.nanoTime();
        int acknowledged = 0;
        try (var line = new Line(server)) {
            long next = start;
            while (next - start < plan.time().toNanos()) {
                if (grant(line, wish())) {
                    acknowledged++;
                }
                next += plan.clientPause().toNanos();
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
        return acknowledged;
    }

    /// Asks until there is an answer, for so long the wish may have been granted or not.
    private boolean grant(Line line, Wish wish) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - end < 0) {
            var reply = line.say(exchange -> exchange.ask(wish.update(), key));
            switch (reply.orElse(null)) {
                case Reply.Accepted _ -> {
                    wish.granted().run();
                    return true;
                }
                case Reply.Refused(var rcode, _) when rcode.equals(Rcode.YXRRSET) -> {
                    return false;
                }
                case Reply.Refused(var rcode, _) when rcode.equals(Rcode.SERVFAIL) ->
                        LockSupport.parkNanos(BREATH.toNanos());
                case null -> LockSupport.parkNanos(BREATH.toNanos());
                case Reply.Failed failed ->
                        throw new AssertionError(wish.update() + ": " + failed.problem());
            }
        }
        throw new AssertionError("no answer to " + wish.update());
    }

    private Wish wish() {
        asked++;
        var zone = ZoneText.ORIGINS.get(random.nextInt(ZoneText.ORIGINS.size()));
        int dice = random.nextInt(100);
        if (dice < 10) {
            return share(zone);
        }
        if (dice < 15) {
            return contest(zone);
        }
        var owner = zone.child("c%d-%d".formatted(number, random.nextInt(NAMES)));
        return dice < 30 ? remove(zone, owner) : replace(zone, owner);
    }

    private Wish remove(DomainName zone, DomainName owner) {
        return new Wish(
                Update.of(zone).deleteName(owner),
                () -> {
                    expect(zone, owner, RecordType.A, Optional.empty());
                    expect(zone, owner, RecordType.TXT, Optional.empty());
                });
    }

    private Wish replace(DomainName zone, DomainName owner) {
        var type = random.nextInt(3) == 0 ? RecordType.TXT : RecordType.A;
        var set = new RecordSet(owner, type, new Ttl(60 * (1 + random.nextInt(4))), data(type));
        return new Wish(
                Update.of(zone).deleteSet(owner, type).add(set),
                () -> expect(zone, owner, type, Optional.of(set)));
    }

    private List<RecordData> data(RecordType type) {
        if (type.equals(RecordType.TXT)) {
            return List.of(RecordData.of(type, "\"" + word() + "; (not a comment)\""), text());
        }
        // Few values, so that often nothing changes but the TTL.
        return List.of(RecordData.of(type, "192.0.2." + random.nextInt(4)));
    }

    private Wish share(DomainName zone) {
        var owner = zone.child("shared" + random.nextInt(SHARED));
        var slot = new Slot(zone, owner, RecordType.TXT);
        var data = text();
        return new Wish(
                Update.of(zone).add(new ResourceRecord(owner, new Ttl(60), data)),
                () -> expectations.member(slot, data));
    }

    private Wish contest(DomainName zone) {
        var owner = zone.child("contested" + random.nextInt(ZoneText.CONTESTED));
        String word = word();
        return new Wish(
                Update.of(zone)
                        .setAbsent(owner, RecordType.CNAME)
                        .add(new ResourceRecord(owner, new Ttl(60), text())),
                () -> expectations.contested(word));
    }

    private String word() {
        return "client%d-%d-".formatted(number, asked);
    }

    private RecordData text() {
        return RecordData.of(RecordType.TXT, word());
    }

    private void expect(
            DomainName zone, DomainName owner, RecordType type, Optional<RecordSet> set) {
        expectations.set(new Slot(zone, owner, type), set);
    }
}
