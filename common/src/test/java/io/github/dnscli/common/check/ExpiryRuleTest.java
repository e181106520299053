package io.github.dnscli.common.check;

import static io.github.dnscli.common.check.SignedZones.BY_NAME;
import static io.github.dnscli.common.check.SignedZones.KSK;
import static io.github.dnscli.common.check.SignedZones.PLAIN;
import static io.github.dnscli.common.check.SignedZones.ZSK;
import static io.github.dnscli.common.check.SignedZones.findings;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.dnssec.ZoneSigner;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpiryRuleTest {

    /// They end thirty days after [ZoneSigner#NOW].
    private static final Zone SIGNED = SignedZones.signed(BY_NAME);

    private static final Instant END = ZoneSigner.NOW.plus(Duration.ofDays(30));

    private static List<String> soon(Zone zone, Instant now) {
        return findings(zone, Scope.WHOLE, now).stream()
                .filter(found -> found.startsWith("signature-expiring"))
                .toList();
    }

    @Test
    void signaturesThatEndSoonAreReported() {
        assertThat(soon(SIGNED, END.minus(Duration.ofDays(3)))).isEmpty();
        var found = soon(SIGNED, END.minus(Duration.ofDays(3)).plusSeconds(1));
        assertThat(found)
                .hasSize((int) signatures())
                .contains(
                        "signature-expiring signature of 'mail.example.com' AAAA by key "
                                + ZSK.tag()
                                + " (ECDSAP256SHA256) ends on 2026-12-01T00:00:00Z, in 2 days");
        assertThat(soon(SIGNED, END)).hasSize((int) signatures());
    }

    private static long signatures() {
        return SIGNED.records().filter(r -> r.type().equals(RecordType.RRSIG)).count();
    }

    @Test
    void thoseThatHaveEndedAreErrorsInstead() {
        assertThat(findings(SIGNED, Scope.WHOLE, END.plusSeconds(1)))
                .hasSize((int) signatures())
                .allMatch(found -> found.startsWith("dnssec-signature"));
    }

    @Test
    void theMarginCanBeChosen() {
        var circumstances = Circumstances.at(ZoneSigner.NOW);
        var wide =
                new Circumstances(
                        ZoneSigner.NOW,
                        Duration.ofDays(31),
                        circumstances.longestTtl(),
                        circumstances.neighbours(),
                        List.of());
        assertThat(
                        ZoneChecks.judge(SIGNED, Scope.WHOLE, wide, RecordPlaces.wholeOf("zone"))
                                .stream()
                                .map(Finding::check))
                .contains(SignatureChecks.SIGNATURE_EXPIRING);
    }

    @Test
    void aNewerSignatureRelievesTheOld() {
        var newer =
                ZoneSigner.with(BY_NAME, KSK, ZSK)
                        .ending(END.plus(Duration.ofDays(30)))
                        .sign(PLAIN);
        var both = SIGNED;
        for (var record : newer.records().toList()) {
            both = SignedZones.plus(both, record);
        }
        assertThat(findings(both, Scope.WHOLE, END.minusSeconds(60))).isEmpty();
    }
}
