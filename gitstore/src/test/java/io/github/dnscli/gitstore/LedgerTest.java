package io.github.dnscli.gitstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.gitstore.merge.Conflict;
import io.github.dnscli.gitstore.merge.ZoneEdit;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static Conflict conflict(long number, String owner, String reason) {
        var edit =
                new ZoneEdit(
                        number,
                        Instant.EPOCH,
                        DomainName.of("example.com"),
                        DomainName.of("k._update.example.com"),
                        "192.0.2.1",
                        new Serial(1),
                        new Serial(2),
                        List.of(),
                        List.of());
        return new Conflict(edit, DomainName.of(owner), reason);
    }

    @Test
    void aConflictIsNewsOnce() {
        var ledger = new Ledger();
        var first = conflict(1, "a.example.com", "there is one");
        var again = conflict(1, "a.example.com", "there is another");
        var elsewhere = conflict(1, "b.example.com", "there is one");
        var later = conflict(2, "a.example.com", "there is one");
        assertThat(ledger.conflicts(List.of(first))).containsExactly(first);
        assertThat(ledger.conflicts(List.of(again, elsewhere, later)))
                .containsExactly(elsewhere, later);
    }
}
