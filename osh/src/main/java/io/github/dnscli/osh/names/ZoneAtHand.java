package io.github.dnscli.osh.names;

import io.github.dnscli.cli.ServerArgument;
import io.github.dnscli.cli.ServerChoice;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.key.KeyName;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.osh.context.Context;
import io.github.dnscli.osh.context.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// The names of the zone in use, for somebody who types and does not want to wait.
///
/// The zone is fetched from the server in use, with the key in use, by a thread of its own, and again when its serial has
/// changed; without a server, or if that refuses, the zone's file in the folder is read.
public final class ZoneAtHand {

    /// How long somebody who types waits for names.
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final Transfer.Limit LIMIT =
            new Transfer.Limit(200_000, 64L << 20, Duration.ofSeconds(20));

    /// Where names come from.
    private record Place(Context context, DomainName zone, Path folder) {}

    /// What was there.
    private record Known(Place place, Optional<Zone> zone, List<KnownName> names) {}

    private final Session session;
    private Optional<Known> known = Optional.empty();
    private Optional<CompletableFuture<Known>> coming = Optional.empty();

    /// Begins with nothing.
    public ZoneAtHand(Session session) {
        this.session = session;
    }

    /// {@return the zones that one may mean: those in use so far, the one that the key in use names, those with a file in
    /// the folder}
    public List<DomainName> zones() {
        var named =
                session.context().key().stream()
                        .flatMap(key -> KeyName.of(key.key().name()).stream())
                        .map(KeyName::zone)
                        .filter(zone -> !zone.isRoot());
        return Stream.of(
                        session.zones().stream(),
                        named,
                        new ZoneFiles(session.directory()).zones().stream())
                .flatMap(zones -> zones)
                .distinct()
                .toList();
    }

    /// {@return the names of the zone in use, as far as they are known within a fraction of a second; more may be known a
    /// little later}
    public List<KnownName> names() {
        var context = session.context();
        if (context.zone().isEmpty()) {
            return List.of();
        }
        var place = new Place(context, context.zone().get(), session.directory());
        try {
            return look(place).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).names();
        } catch (TimeoutException | ExecutionException _) {
            return remembered(place).map(Known::names).orElse(List.of());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /// Begins to look at the zone in use, if nothing is known of it yet: soon somebody will ask.
    public void prepare() {
        var context = session.context();
        context.zone()
                .map(zone -> new Place(context, zone, session.directory()))
                .filter(place -> remembered(place).isEmpty())
                .ifPresent(
                        place -> {
                            var _ = look(place);
                        });
    }

    private synchronized Optional<Known> remembered(Place place) {
        return known.filter(one -> one.place().equals(place));
    }

    private synchronized CompletableFuture<Known> look(Place place) {
        if (coming.isPresent()) {
            return coming.get();
        }
        var future = new CompletableFuture<Known>();
        coming = Optional.of(future);
        var before = remembered(place);
        var world = session.world();
        Thread.ofVirtual()
                .name("names of " + place.zone())
                .start(() -> keep(future, find(place, before, world)));
        return future;
    }

    private synchronized void keep(CompletableFuture<Known> future, Known found) {
        known = Optional.of(found);
        coming = Optional.empty();
        future.complete(found);
    }

    private static Known find(Place place, Optional<Known> before, World world) {
        try {
            var held = before.flatMap(Known::zone);
            var zone = fetch(place, held, world);
            if (zone.isPresent() && zone.equals(held) && before.isPresent()) {
                return before.get();
            }
            var found = zone.isPresent() ? zone : new ZoneFiles(place.folder()).read(place.zone());
            return new Known(place, zone, found.map(KnownName::of).orElse(List.of()));
        } catch (IOException | RuntimeException _) {
            // Nothing is offered then; a command that needs the zone says what is wrong.
            return new Known(place, Optional.empty(), List.of());
        }
    }

    private static Optional<Zone> fetch(Place place, Optional<Zone> held, World world) {
        if (place.context().server().isEmpty()) {
            return Optional.empty();
        }
        try {
            var server = new ServerArgument(place.context().server().get());
            return server.resolve(ServerAddress.DNS_PORT) instanceof ServerChoice.Chosen(var chosen)
                    ? newest(place, held, chosen, world)
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<Zone> newest(
            Place place, Optional<Zone> held, ServerAddress server, World world)
            throws IOException {
        var serial = held.flatMap(Zone::serial);
        if (serial.isPresent() && isUpToDate(place, serial.get(), server, world)) {
            return held;
        }
        return switch (transfer(Transfer.of(place.zone()), place, server, world)) {
            case TransferReply.Complete(var zone, _) -> Optional.of(zone);
            case TransferReply.Differences _,
                    TransferReply.UpToDate _,
                    TransferReply.TooLong _,
                    TransferReply.Failed _ ->
                    Optional.empty();
        };
    }

    private static boolean isUpToDate(Place place, Serial serial, ServerAddress server, World world)
            throws IOException {
        return transfer(Transfer.since(place.zone(), serial), place, server, world)
                instanceof TransferReply.UpToDate;
    }

    private static TransferReply transfer(
            Transfer wish, Place place, ServerAddress server, World world) throws IOException {
        try (var exchange =
                Exchange.open(world.transport(), server, TIMEOUT, world.clock(), world.random())) {
            var key = place.context().key();
            return key.isPresent()
                    ? exchange.transfer(wish.within(LIMIT), key.get().key())
                    : exchange.transfer(wish.within(LIMIT));
        }
    }
}
