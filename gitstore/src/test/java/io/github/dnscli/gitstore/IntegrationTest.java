package io.github.dnscli.gitstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.gitstore.Branch.Integrated;
import io.github.dnscli.gitstore.merge.ZoneEdit;
import io.github.dnscli.gitstore.reading.Reading;
import io.github.dnscli.gitstore.reading.ReadingEvent;
import io.github.dnscli.gitstore.reading.ZoneReading;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.state.ZoneChange;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What becomes of the zones of a commit, and of what is served.
class IntegrationTest {

    private static final DomainName ORIGIN = DomainName.of("example.com");

    private static Zone zone(int serial, String more) {
        return ZoneText.zone(
                "example.com",
                """
                @   SOA ns hostmaster %d 3600 600 86400 300
                @   NS  ns
                ns  A   127.0.0.1
                %s
                """
                        .formatted(serial, more));
    }

    private static Reading reading(Zone zone) {
        var file = Path.of("example.com");
        return new Reading(
                List.of(new ZoneReading.Good(file, zone, List.of(), Set.of())),
                List.of(),
                List.of());
    }

    private static ZoneEdit edit(long number, Zone before, Zone after) {
        var peer = new Peer(InetAddress.getLoopbackAddress(), Peer.Protocol.TCP);
        var change = ZoneChange.of(before, after, DomainName.of("k._update.example.com"), peer);
        return ZoneEdit.of(number, Instant.EPOCH, change);
    }

    private static Zone only(Integration integration) {
        return integration.zones().values().iterator().next();
    }

    @Test
    void withoutChangesAllIsAsItStands() {
        var zone = zone(7, "");
        var integration =
                Integration.of(
                        reading(zone),
                        List.of(),
                        Map.of(ORIGIN, zone(9, "a A 192.0.2.1")),
                        Map.of(),
                        _ -> false);
        assertThat(only(integration)).isEqualTo(zone);
    }

    @Test
    void anEditUnderAnOldSerialGetsANewerOneOnRequest() {
        var integration =
                Integration.of(
                        reading(zone(7, "b A 192.0.2.1")),
                        List.of(),
                        Map.of(ORIGIN, zone(9, "")),
                        Map.of(),
                        ORIGIN::equals);
        assertThat(only(integration)).isEqualTo(zone(10, "b A 192.0.2.1"));
    }

    @Test
    void changesAreMadeUnderASerialNewerThanWhatIsServed() {
        var served = zone(12, "a A 192.0.2.1");
        var integration =
                Integration.of(
                        reading(zone(8, "b A 192.0.2.2")),
                        List.of(edit(1, zone(7, ""), zone(8, "a A 192.0.2.1"))),
                        Map.of(ORIGIN, served),
                        Map.of(),
                        _ -> false);
        assertThat(only(integration)).isEqualTo(zone(13, "a A 192.0.2.1\nb A 192.0.2.2"));
        assertThat(integration.conflicts()).isEmpty();
    }

    @Test
    void whatNobodyElseHasChangedKeepsItsSerial() {
        var after = zone(8, "a A 192.0.2.1");
        var integration =
                Integration.of(
                        reading(zone(7, "")),
                        List.of(edit(1, zone(7, ""), after)),
                        Map.of(ORIGIN, after),
                        Map.of(),
                        _ -> false);
        assertThat(only(integration)).isEqualTo(after);
    }

    @Test
    void aSerialThatWasSeenBeforeTheStartIsNotUsedAgain() {
        var edits = List.of(edit(1, zone(7, ""), zone(8, "a A 192.0.2.1")));
        var floors = Map.of(ORIGIN, new Serial(12));
        var integration = Integration.of(reading(zone(7, "")), edits, Map.of(), floors, _ -> false);
        assertThat(only(integration)).isEqualTo(zone(13, "a A 192.0.2.1"));
        var without = Integration.of(reading(zone(7, "")), List.of(), Map.of(), floors, _ -> false);
        assertThat(only(without)).isEqualTo(zone(7, ""));
    }

    @Test
    void changesThatCameMeanwhileAreServedOnTop() {
        var first = zone(8, "a A 192.0.2.1");
        var second = zone(9, "a A 192.0.2.1\nb A 192.0.2.2");
        var edits = List.of(edit(1, zone(7, ""), first), edit(2, first, second));
        var integrated = new Integrated(reading(first), List.of(), 1);
        var publication =
                Publication.of(ServerState.EMPTY.with(second), integrated, edits, Map.of(), false);
        assertThat(publication.state().zone(ORIGIN)).contains(second);
        assertThat(publication.done()).isEmpty();
    }

    @Test
    void changesOfAZoneThatIsGoneAreToldAndForgotten() {
        var after = zone(8, "a A 192.0.2.1");
        var edits = List.of(edit(3, zone(7, ""), after));
        var nothing = new Reading(List.of(), List.of(), List.of());
        var publication =
                Publication.of(
                        ServerState.EMPTY.with(after),
                        new Integrated(nothing, List.of(), 3),
                        edits,
                        Map.of(),
                        false);
        assertThat(publication.state().zones()).isEmpty();
        assertThat(publication.done()).containsExactly(3L);
        assertThat(publication.conflicts()).hasSize(1);
        assertThat(publication.events()).containsExactly(new ReadingEvent.Removed(ORIGIN));
    }

    @Test
    void theSerialOfWhatIsServedNeverStandsForSomethingElse() {
        var served = zone(8, "a CNAME ns");
        var integration =
                Integration.of(
                        reading(zone(7, "a CNAME elsewhere.example.net.")),
                        List.of(edit(1, zone(7, "a CNAME other.example.net."), served)),
                        Map.of(ORIGIN, served),
                        Map.of(),
                        _ -> false);
        assertThat(integration.conflicts()).hasSize(1);
        assertThat(only(integration).recordSet(DomainName.of("a.example.com"), RecordType.CNAME))
                .hasValueSatisfying(
                        set -> assertThat(set.data().getFirst().toString()).contains("elsewhere"));
        assertThat(only(integration).serial().orElseThrow().isNewerThan(new Serial(8))).isTrue();
    }
}
