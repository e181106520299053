package io.github.dnscli.oserve.primary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.request.AppliedSteps;
import io.github.dnscli.common.request.Notify;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.zone.Zone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Differences to versions that were served before a restart: they come from git, or not at all.
class GitHistoryTest {

    private static final DomainName ORIGIN = DomainName.of("example.com");
    private static final TsigKey ONE = RunningPrimary.key(RunningPrimary.KEY_NAME);
    private static final TsigKey OTHER =
            RunningPrimary.key(DomainName.of("other._update.example.com"));
    private static final String ZONE =
            """
            $TTL 1h
            @   SOA ns1 hostmaster 7 2h 30m 2w 5m
                NS  ns1
            ns1 A   127.0.0.1
            $GENERATE 1-50 h$ A 192.0.2.$
            """;

    @TempDir Path folder;
    private GitScene scene;

    @BeforeEach
    void begin() throws IOException {
        String keys = RunningPrimary.keyRecord(ONE.name()) + RunningPrimary.keyRecord(OTHER.name());
        scene = GitScene.create(folder, Map.of("example.com", ZONE, "_keys", keys));
    }

    /// {@return the zone as a secondary has it after the update}
    private static Zone updated(RunningPrimary primary, TsigKey key, String label)
            throws IOException {
        var record = ResourceRecord.of(label + ".example.com", 60, RecordType.A, "192.0.2.99");
        try (var exchange = primary.open()) {
            assertThat(exchange.ask(Update.of(ORIGIN).add(record), key))
                    .isInstanceOf(Reply.Accepted.class);
        }
        return primary.answers().zone(ORIGIN);
    }

    private void awaitLanding(String label) throws IOException {
        scene.await(label, "example.com", text -> text.contains(label));
    }

    private void push(String serial, String line) throws IOException {
        scene.operator().write("example.com", ZONE.replace("7 2h", serial + " 2h") + line);
        scene.push("Add " + line.strip());
    }

    @Test
    void theyTellWhatCameSince() throws Exception {
        try (var primary = scene.serve()) {
            push("8", "www A 192.0.2.80\n");
            primary.askSigned(Notify.of(ORIGIN));
            primary.answers().await("www.example.com");
            updated(primary, ONE, "early");
            awaitLanding("early");
        }
        try (var primary = scene.serve()) {
            assertThat(names(primary, 8)).containsExactly("early.example.com.");
            assertThat(names(primary, 7))
                    .containsExactlyInAnyOrder("www.example.com.", "early.example.com.");
            updated(primary, ONE, "late");
            assertThat(names(primary, 8))
                    .containsExactlyInAnyOrder("early.example.com.", "late.example.com.");
        }
    }

    /// {@return the names that came since a serial}
    private static List<String> names(RunningPrimary primary, long serial) throws IOException {
        return switch (primary.answers().since(ORIGIN, new Serial(serial))) {
            case TransferReply.Differences(var steps) ->
                    steps.stream()
                            .flatMap(step -> step.added().stream())
                            .map(record -> record.owner().toString())
                            .toList();
            case TransferReply other -> throw new AssertionError(other.toString());
        };
    }

    /// A commit holds what one key did, and so is no version that was ever served, but for the last of several.
    @Test
    void theyFitWhatWasServedBetweenTwoCommits() throws Exception {
        var held = new ArrayList<Zone>();
        try (var primary = scene.serve()) {
            held.add(updated(primary, ONE, "first"));
            held.add(updated(primary, OTHER, "second"));
            held.add(updated(primary, ONE, "third"));
            awaitLanding("third");
        }
        fit(held);
    }

    /// The operator takes a serial that was served already, with something else under it.
    @Test
    void theyFitWhatWasServedUnderTheOperatorsSerial() throws Exception {
        var held = new ArrayList<Zone>();
        try (var primary = scene.serve()) {
            scene.remote().goAway();
            held.add(updated(primary, ONE, "first"));
            held.add(updated(primary, ONE, "second"));
            primary.log().await("not pushed");
            scene.remote().comeBack();
            push("9", "www A 192.0.2.80\n");
            primary.askSigned(Notify.of(ORIGIN));
            primary.answers().await("www.example.com");
            held.add(primary.answers().zone(ORIGIN));
            awaitLanding("first");
        }
        fit(held);
    }

    /// Whoever has one of these zones gets the one that is served.
    private void fit(List<Zone> held) throws IOException {
        try (var primary = scene.serve()) {
            updated(primary, ONE, "late");
            var served = primary.answers().zone(ORIGIN);
            for (var zone : held) {
                assertThat(refreshed(primary, zone)).as("from " + zone).isEqualTo(served);
            }
        }
    }

    private static Zone refreshed(RunningPrimary primary, Zone held) throws IOException {
        return switch (primary.answers().since(ORIGIN, held.serial().orElseThrow())) {
            case TransferReply.Complete(var whole, _) -> whole;
            case TransferReply.Differences found -> applied(found, held);
            case TransferReply other -> throw new AssertionError(other.toString());
        };
    }

    private static Zone applied(TransferReply.Differences differences, Zone held) {
        return switch (differences.appliedTo(held)) {
            case AppliedSteps.Fitting(var newer) -> newer;
            case AppliedSteps.Misfit(var problem) ->
                    throw new AssertionError(held + ": " + problem);
        };
    }
}
