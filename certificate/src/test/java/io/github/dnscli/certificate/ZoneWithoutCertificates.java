package io.github.dnscli.certificate;

import io.github.dnscli.common.check.Circumstances;
import io.github.dnscli.common.check.RecordPlaces;
import io.github.dnscli.common.check.Scope;
import io.github.dnscli.common.check.ZoneChecks;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.zone.Zone;
import java.time.Instant;
import java.util.List;

/// A program that judges a zone without certificates by the rule about them, run by [CertificateRuleStartTest].
final class ZoneWithoutCertificates {

    private ZoneWithoutCertificates() {}

    /// Judges it.
    public static void main(String[] arguments) {
        var digest =
                ResourceRecord.of(
                        "_443._tcp.www.example.com",
                        60,
                        RecordType.TLSA,
                        "3 1 1 " + "0b".repeat(32));
        var zone = Zone.of(DomainName.of("example.com"), List.of(digest));
        var circumstances = Circumstances.at(Instant.EPOCH).with(List.of(new CertificateRule()));
        ZoneChecks.judge(zone, Scope.WHOLE, circumstances, RecordPlaces.wholeOf("example.com"));
    }
}
