package io.github.dnscli.certifier.ledger;

import static io.github.dnscli.certifier.fixture.Certificates.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.authority.RenewalAdvice;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.certifier.fixture.CountingStore;
import io.github.dnscli.certifier.fixture.SteppedClock;
import io.github.dnscli.certifier.plan.IssuedChain;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {

    private static final String ID = "ab".repeat(32);
    private static final String CA = "https://ca.example/directory";

    private final CountingStore state = new CountingStore();
    private final LedgerEntry fresh =
            LedgerEntry.of(
                    ID,
                    List.of(DomainName.of("www.example"), DomainName.of("*.www.example")),
                    List.of(DomainName.of("_letsencrypt._tcp.www.example")));

    @Test
    void remembersEverything() throws Exception {
        var entry = full();
        Ledger.open(state).change(fresh, _ -> entry);

        assertThat(Ledger.open(state).entry(ID)).contains(entry);
    }

    @Test
    void remembersAsLittleAsThereIs() throws Exception {
        Ledger.open(state).change(fresh, entry -> entry);

        assertThat(Ledger.open(state).entries()).containsExactly(fresh);
    }

    @Test
    void writesOnlyWhatHasChanged() throws Exception {
        var ledger = Ledger.open(state);
        ledger.change(fresh, entry -> entry);
        ledger.change(fresh, entry -> entry.granted(fresh.places()));
        ledger.save();

        assertThat(state.writes()).isEqualTo(1);
    }

    @Test
    void keepsWordsOfOthersOnOneLine() throws Exception {
        var problem = "first\nversion 2\r\nlast" + "!".repeat(5000);
        var failures = new Failures(CA, 1, NOW, new Failure(Failure.Kind.REJECTED, problem), NOW);
        Ledger.open(state).change(fresh, entry -> entry.failed(failures));

        assertThat(Ledger.open(state).entry(ID).orElseThrow().failures().orElseThrow().last())
                .satisfies(
                        last -> {
                            assertThat(last.problem()).startsWith("first version 2 last!!!");
                            assertThat(last.problem()).hasSizeLessThan(2000);
                        });
    }

    @Test
    void forgetsForGood() throws Exception {
        var ledger = Ledger.open(state);
        ledger.change(fresh, entry -> entry);
        ledger.forget(ID);

        assertThat(Ledger.open(state).entries()).isEmpty();
    }

    @Test
    void writesLaterWhatCannotBeWrittenNow() throws Exception {
        var ledger = Ledger.open(state);
        state.full(true);
        assertThatThrownBy(() -> ledger.change(fresh, entry -> entry))
                .isInstanceOf(IOException.class);
        assertThat(ledger.entry(ID)).contains(fresh);
        state.full(false);
        ledger.save();

        assertThat(Ledger.open(state).entry(ID)).contains(fresh);
    }

    @Test
    void countsOrdersOfAWeekForEachAuthority() {
        var entry =
                fresh.ordered(new PlacedOrder(NOW, CA), "")
                        .ordered(new PlacedOrder(NOW.plusSeconds(1), "other"), "")
                        .ordered(new PlacedOrder(NOW.plus(Duration.ofDays(7)), CA), "");

        assertThat(entry.orders()).hasSize(2);
        assertThat(entry.ordersWith(CA, NOW.plus(Duration.ofDays(7)))).hasSize(1);
        assertThat(entry.ordersWith("other", NOW.plus(Duration.ofDays(8)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "version 2\n",
                "version 1\nname a..b\n",
                "version 1\nnonsense\n",
                "version 1\norder yesterday ca\n",
                "version 1\nfailures many 2026-11-22T12:00:00Z 2026-11-22T12:00:00Z ca local x\n",
                "version 1\nfailures 1 2026-11-22T12:00:00Z 2026-11-22T12:00:00Z ca odd x\n",
                "version 1\ncertificate settled ca\n",
                "version 1\ncertificate settled ca\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
            })
    void setsAsideWhatMakesNoSense(String text) throws Exception {
        state.write("requests/" + ID, text);
        assertThat(Standings.read(state, NOW).problems())
                .singleElement()
                .asString()
                .startsWith("what is remembered in 'requests/" + ID + "' cannot be read: ");
        assertThat(state.names("requests")).hasSize(1);

        assertThat(Ledger.open(state).problems()).hasSize(1);

        assertThat(state.read("damaged/" + ID)).contains(text);
        assertThat(state.names("requests")).isEmpty();
        assertThat(Ledger.open(state).problems()).isEmpty();
    }

    @Test
    void remembersSoManyPlacesAndNoMore() throws Exception {
        var places =
                Stream.iterate(0, i -> i + 1)
                        .limit(5000)
                        .map(i -> DomainName.of("h" + i + ".example"))
                        .toList();
        Ledger.open(state).change(fresh, entry -> entry.granted(places));
        Ledger.open(state).change(fresh, entry -> entry.granted(places));

        assertThat(Ledger.open(state).entry(ID).orElseThrow().places())
                .hasSize(Whereabouts.MOST_PLACES);
        assertThat(state.writes()).isEqualTo(1);
    }

    @Test
    void countsSoManyOrdersAndNoMore() throws Exception {
        var entry = fresh;
        for (int i = 0; i < 1500; i++) {
            entry = entry.ordered(new PlacedOrder(NOW.plusSeconds(i), CA), "");
        }
        var full = entry;
        Ledger.open(state).change(fresh, _ -> full);

        assertThat(Ledger.open(state).entry(ID).orElseThrow().orders())
                .hasSize(OrderBook.MOST_ORDERS)
                .last()
                .isEqualTo(new PlacedOrder(NOW.plusSeconds(1499), CA));
    }

    @Test
    void neverReadsWithoutEnd() throws Exception {
        state.write("requests/" + ID, "version 1\n" + "name www.example\n".repeat(20_000));

        assertThat(Ledger.open(state).problems())
                .singleElement()
                .asString()
                .contains("it is too long");
    }

    @Test
    void takesNoWordOfAnotherForTheBeginningOfACertificate() throws Exception {
        var entry =
                full().failed(
                                new Failures(
                                        CA,
                                        1,
                                        NOW,
                                        new Failure(
                                                Failure.Kind.ORDER,
                                                "no -----BEGIN CERTIFICATE----- in the answer"),
                                        NOW));
        Ledger.open(state).change(fresh, _ -> entry);

        assertThat(Ledger.open(state).entry(ID)).contains(entry);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab"})
    void losesNothingOverAnEndlessUrlOfTheAuthority(String start) throws Exception {
        var page = URI.create("https://ca.example/" + start + "%20".repeat(1000));
        var said = new RenewalAdvice(NOW, NOW, Optional.of(page), NOW);
        var entry = full().advised(new KeptAdvice("1f", said, NOW));
        Ledger.open(state).change(fresh, _ -> entry);

        assertThat(Ledger.open(state).entry(ID).flatMap(LedgerEntry::chain))
                .isEqualTo(entry.chain());
    }

    private LedgerEntry full() {
        var clock = new SteppedClock(NOW);
        var issued =
                Certificates.issue(
                        Certificates.authority(clock), Certificates.request("www.example"));
        var chain = IssuedChain.of(issued);
        var advice =
                new RenewalAdvice(
                        NOW,
                        NOW.plusSeconds(7),
                        Optional.of(URI.create("https://ca.example/why")),
                        NOW.plusSeconds(60));
        var failures =
                new Failures(
                        CA,
                        3,
                        NOW.plusSeconds(40),
                        new Failure(Failure.Kind.RATE_LIMITED, "too many requests"),
                        NOW.plusMillis(5));
        return fresh.ordered(new PlacedOrder(NOW, CA), "")
                .issued(CA, chain)
                .settled(chain)
                .ordered(
                        new PlacedOrder(Instant.parse("2026-11-22T13:00:00.5Z"), CA),
                        CA + "/order/7")
                .advised(new KeptAdvice("1f", advice, NOW.plusSeconds(3)))
                .failed(failures)
                .limited(NOW.plusSeconds(9))
                .refused(fresh.places(), "it asks for 'a b'")
                .withdrawn(NOW.plusSeconds(11));
    }
}
