package io.github.dnscli.certifier.plan;

import static io.github.dnscli.certifier.fixture.Certificates.NOW;
import static io.github.dnscli.certifier.fixture.Certificates.at;
import static io.github.dnscli.certifier.fixture.Certificates.data;
import static io.github.dnscli.certifier.fixture.Certificates.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.TlsaRole;
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.certifier.fixture.SteppedClock;
import io.github.dnscli.certifier.own.PrivateAuthority;
import io.github.dnscli.certifier.policy.PlaceMap;
import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.MessageRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceUpdateTest {

    private static final DomainName OWNER = DomainName.of("_letsencrypt._tcp.www.example");

    private final SteppedClock clock = new SteppedClock(NOW);
    private final MemoryStore state = new MemoryStore();
    private final PrivateAuthority authority =
            Certificates.authority(state, Duration.ofDays(90), clock);
    private final CertificateRequest request = Certificates.request("www.example");

    @Test
    void addsTheChainBesideTheRequestForAnHour() {
        var issued = Certificates.issue(authority, request);

        var update = update(List.of(request.data()), issued);

        assertThat(update.zone()).isEqualTo(DomainName.of("example"));
        assertThat(update.changes())
                .containsExactlyElementsOf(data(issued).stream().map(d -> add(d)).toList());
    }

    @ParameterizedTest
    @CsvSource({"5, 60", "60, 390", "540, 3510", "600, 3600", "8640, 3600"})
    void letsRecordsOfAShortCertificateLiveForATenthOfItsLifetime(int minutes, int ttl) {
        var brief = Certificates.authority(new MemoryStore(), Duration.ofMinutes(minutes), clock);

        assertThat(update(List.of(request.data()), Certificates.issue(brief, request)).changes())
                .extracting(MessageRecord::ttl)
                .containsOnly((long) ttl);
    }

    @Test
    void holdsOnlyIfThePlaceIsAsItWasSeen() {
        var dane = RecordData.of(RecordType.TLSA, "3 1 1 " + "ab".repeat(32));
        var issued = Certificates.issue(authority, request);

        assertThat(update(List.of(request.data(), dane), issued).prerequisites())
                .containsExactlyInAnyOrder(prerequisite(request.data()), prerequisite(dane));
    }

    @Test
    void removesWhatIsStaleAndNothingElse() {
        var old = Certificates.issue(authority, request);
        var broken = TlsaRole.LEAF.data(new byte[] {1, 2, 3});
        var dane = RecordData.of(RecordType.TLSA, "3 1 1 " + "ab".repeat(32));
        var seen = new ArrayList<>(data(old));
        seen.addAll(List.of(request.data(), broken, dane));
        var renewed = Certificates.issue(authority, request);

        assertThat(update(seen, renewed).changes())
                .containsExactlyInAnyOrder(
                        delete(data(old).getFirst()),
                        delete(broken),
                        add(data(renewed).getFirst()));
    }

    @Test
    void replacesTheIntermediateWhenItIsAnother() {
        var old = Certificates.issue(authority, request);
        state.remove("intermediate.pem");
        var renewed =
                Certificates.issue(
                        Certificates.authority(state, Duration.ofDays(90), clock), request);
        var seen = new ArrayList<>(data(old));
        seen.add(request.data());

        assertThat(update(seen, renewed).changes())
                .containsExactlyInAnyOrder(
                        delete(data(old).get(0)),
                        delete(data(old).get(1)),
                        add(data(renewed).get(0)),
                        add(data(renewed).get(1)));
    }

    @Test
    void keepsTheCertificateOfAnotherRequestThere() {
        var other = Certificates.request("a.www.example");
        var standing = Certificates.issue(authority, other);
        state.remove("intermediate.pem");
        var issued =
                Certificates.issue(
                        Certificates.authority(state, Duration.ofDays(90), clock), request);
        var seen = new ArrayList<>(data(standing));
        seen.addAll(List.of(request.data(), other.data()));

        assertThat(update(seen, issued).changes())
                .containsExactlyElementsOf(data(issued).stream().map(d -> add(d)).toList());
    }

    @Test
    void fitsAMessageEvenWhenThePlaceIsFull() {
        var seen = new ArrayList<>(List.of(request.data()));
        int room = CertificationPlan.MAX_OCTETS - request.der().length - 15;
        for (int i = 0; i < room / 17; i++) {
            seen.add(TlsaRole.LEAF.data(new byte[] {(byte) i, (byte) (i >> 8)}));
        }

        var update = update(seen, Certificates.issue(authority, request));

        assertThat(MessageCodec.encode(update.message(0))).hasSizeLessThan(65_000);
    }

    private Update update(List<RecordData> seen, Issuance.Issued issued) {
        var zone = zone("example", at("www.example", seen));
        var place = PlaceMap.EMPTY.next(List.of(zone)).places().getFirst();
        return PlaceUpdate.of(place, request, IssuedChain.of(issued), NOW);
    }

    private static MessageRecord add(RecordData data) {
        return new MessageRecord(OWNER, RecordType.TLSA, RecordClass.IN, 3600, Optional.of(data));
    }

    private static MessageRecord delete(RecordData data) {
        return new MessageRecord(OWNER, RecordType.TLSA, RecordClass.NONE, 0, Optional.of(data));
    }

    private static MessageRecord prerequisite(RecordData data) {
        return new MessageRecord(OWNER, RecordType.TLSA, RecordClass.IN, 0, Optional.of(data));
    }
}
