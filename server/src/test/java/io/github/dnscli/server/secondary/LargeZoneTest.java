package io.github.dnscli.server.secondary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.zone.RecordColumns;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.event.SecondaryEvent;
import java.io.IOException;
import java.net.InetAddress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A zone that is fetched, served and kept is there once, in columns: nothing is made for each of its records.
@Timeout(600)
class LargeZoneTest {

    private static final DomainName ORIGIN = Story.ORIGIN;

    /// For each record; a third of that is usual.
    private static final long MOST_OCTETS = 300;

    private final EventLog events = new EventLog();

    private static Zone zone(int hosts) {
        var columns = new RecordColumns();
        int origin = columns.intern(ORIGIN.wire());
        Story.zone(1)
                .records()
                .forEach(record -> add(columns, origin, record.type(), record.data()));
        add(columns, origin, RecordType.NS, RecordData.of(RecordType.NS, "h0.example.com."));
        for (int i = 0; i < hosts; i++) {
            int owner = columns.intern(ORIGIN.child("h" + i).wire());
            String address = "10." + (i >> 16 & 255) + "." + (i >> 8 & 255) + "." + (i & 255);
            add(columns, owner, RecordType.A, RecordData.of(RecordType.A, address));
        }
        return Zone.of(ORIGIN, columns);
    }

    private static void add(RecordColumns columns, int owner, RecordType type, RecordData data) {
        byte[] wire = data.wire();
        columns.add(owner, 60, type, wire, wire.length, 0);
    }

    private void transfer(int hosts) throws IOException {
        var zone = zone(hosts);
        try (var primary = NameServer.builder().zone(zone).openTransfers().start();
                var secondary =
                        NameServer.builder()
                                .secondary(
                                        SecondaryZone.of(
                                                ORIGIN,
                                                new ServerAddress(
                                                        InetAddress.ofLiteral("127.0.0.1"),
                                                        primary.port())))
                                .listener(events)
                                .start()) {
            long before = heap();
            var transferred = events.await(SecondaryEvent.Transferred.class);
            assertThat(transferred.serial()).isEqualTo(new Serial(1));
            var served = secondary.state().zone(ORIGIN).orElseThrow();
            assertThat((heap() - before) / hosts).as("octets a record").isLessThan(MOST_OCTETS);
            assertThat(served).isEqualTo(zone);
        }
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void comesWhole() throws IOException {
        transfer(20_000);
    }

    @Test
    @Tag("slow")
    void comesWholeEvenWithAMillionRecords() throws IOException {
        transfer(1_000_000);
    }
}
