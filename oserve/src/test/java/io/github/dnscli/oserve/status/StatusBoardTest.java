package io.github.dnscli.oserve.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.gitstore.GitEvent;
import io.github.dnscli.gitstore.repository.Revision;
import io.github.dnscli.server.event.NotifyEvent;
import io.github.dnscli.server.event.SecondaryEvent;
import io.github.dnscli.server.event.TransferEvent;
import io.github.dnscli.server.state.Peer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusBoardTest {

    private static final DomainName ZONE = DomainName.of("example.com");
    private static final InetAddress HOST = InetAddress.ofLiteral("192.0.2.2");
    private static final ServerAddress PRIMARY =
            new ServerAddress(InetAddress.ofLiteral("192.0.2.1"), 53);

    private final StatusBoard board = new StatusBoard(ServerKind.PRIMARY, () -> Reports.NOW);

    private void fetched(InetAddress host, long serial, TransferEvent.End end) {
        board.transferred(
                new TransferEvent(
                        ZONE,
                        new Serial(serial),
                        new Peer(host, Peer.Protocol.TCP),
                        Optional.empty(),
                        100,
                        Duration.ZERO,
                        end));
    }

    private void told(long serial, NotifyEvent.End end) {
        board.told(new NotifyEvent(ZONE, new Serial(serial), HOST, "192.0.2.2:53", end));
    }

    @Test
    void knowsWhatEachSecondaryFetchedAndWasToldOf() {
        fetched(HOST, 7, new TransferEvent.End.Complete());
        fetched(HOST, 8, new TransferEvent.End.Broken("reset"));
        told(8, new NotifyEvent.End.GivenUp("no reply"));

        assertThat(board.heard().followers())
                .containsExactly(
                        new Follower(
                                ZONE,
                                HOST,
                                Optional.of(
                                        new Follower.Fetched(
                                                new Serial(7), Reports.NOW, Optional.empty())),
                                Optional.of(
                                        new Follower.Told(
                                                new Serial(8),
                                                Reports.NOW,
                                                Optional.of("no reply")))));
    }

    @Test
    void forgetsThoseNotHeardOfForLong() throws UnknownHostException {
        for (int i = 0; i < 10_001; i++) {
            byte[] address = {10, 0, (byte) (i >> 8), (byte) i};
            fetched(InetAddress.getByAddress(address), 1, new TransferEvent.End.Complete());
        }

        assertThat(board.heard().followers())
                .hasSize(10_000)
                .noneMatch(f -> f.address().equals(InetAddress.ofLiteral("10.0.0.0")))
                .anyMatch(f -> f.address().equals(InetAddress.ofLiteral("10.0.39.16")));
    }

    @Test
    void knowsWhetherTheDiskMakesTrouble() {
        board.happened(new GitEvent.DiskTrouble("no space left"));
        assertThat(board.heard().diskTrouble()).contains("no space left");
        board.happened(new GitEvent.PushFailed("no route", Reports.NOW));
        assertThat(board.heard().diskTrouble()).contains("no space left");
        board.happened(new GitEvent.Pushed(new Revision("0".repeat(40)), 2));
        assertThat(board.heard().diskTrouble()).isEmpty();
        assertThat(board.heard().counts()).isEqualTo(new GitCounts(0, 0, 0, 1, 1));
    }

    @Test
    void knowsWhyAZoneCannotBeFetched() {
        board.secondary(new SecondaryEvent.Failed(ZONE, PRIMARY, "no reply", Reports.NOW));
        assertThat(board.heard().problems()).containsEntry(ZONE, "no reply");
        board.secondary(new SecondaryEvent.UpToDate(ZONE, PRIMARY, new Serial(7)));
        assertThat(board.heard().problems()).isEmpty();
    }
}
