package io.github.dnscli.common.check;

import io.github.dnscli.common.dnssec.SigningAlgorithm;
import io.github.dnscli.common.dnssec.SigningKey;
import io.github.dnscli.common.dnssec.ZoneSigner;
import io.github.dnscli.common.dnssec.ZoneSigner.Denial;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.zone.Records;
import io.github.dnscli.common.zone.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Signed zones for tests, ways to break them, and what is found then.
final class SignedZones {

    static final DomainName ORIGIN = DomainName.of("example.com");
    static final Denial BY_NAME = new Denial.ByName();
    static final Denial BY_HASH = new Denial.ByHash(0, "-", false);
    static final Denial OPT_OUT = new Denial.ByHash(1, "AB", true);

    static final SigningKey KSK =
            SigningKey.generate(SigningAlgorithm.ECDSAP256SHA256, SigningKey.KSK);
    static final SigningKey ZSK =
            SigningKey.generate(SigningAlgorithm.ECDSAP256SHA256, SigningKey.ZSK);

    /// Wildcards, empty non-terminals, delegations of both kinds with glue, one of them below an empty non-terminal, and
    /// names in mixed case.
    static final Zone PLAIN =
            Records.zone(
                    "example.com",
                    """
                    Example.com 3600 SOA ns1.example.com. admin.example.com. 7 7200 900 1209600 300
                    example.com 3600 NS ns1.Example.COM.
                    example.com 3600 MX 10 Mail.example.com.
                    ns1.example.com 3600 A 192.0.2.1
                    mail.example.com 3600 A 192.0.2.2
                    mail.example.com 3600 AAAA 2001:db8::2
                    WWW.example.com 300 CNAME mail.example.com.
                    *.w.example.com 60 TXT "any"
                    a.b.c.example.com 60 SRV 0 0 80 Mail.example.com.
                    service.example.com 60 HTTPS 1 Mail.example.com. alpn=h2
                    sub.example.com 3600 NS ns.sub.example.com.
                    ns.sub.example.com 3600 A 192.0.2.3
                    deep.under.sub.example.com 3600 A 192.0.2.4
                    safe.example.com 3600 NS ns1.example.com.
                    safe.example.com 3600 DS 1 13 2 %s
                    d.e.example.com 3600 NS ns1.example.com.
                    away.example.com 3600 DNAME example.net.
                    """
                            .formatted("0".repeat(64)));

    private SignedZones() {}

    static Zone signed(Denial denial) {
        return ZoneSigner.with(denial, KSK, ZSK).sign(PLAIN);
    }

    /// {@return id and message of everything that is found about signatures}
    static List<String> findings(Zone zone) {
        return findings(zone, Scope.WHOLE, ZoneSigner.NOW);
    }

    static List<String> findings(Zone zone, String... touched) {
        var names = new java.util.HashSet<DomainName>();
        for (String name : touched) {
            names.add(DomainName.of(name));
        }
        return findings(zone, new Scope.Touched(Set.copyOf(names)), ZoneSigner.NOW);
    }

    static List<String> findings(Zone zone, Scope scope, Instant now) {
        return ZoneChecks.judge(zone, scope, Circumstances.at(now), RecordPlaces.wholeOf("zone"))
                .stream()
                .filter(finding -> SignatureChecks.all().contains(finding.check()))
                .map(finding -> finding.check().id() + " " + finding.message())
                .toList();
    }

    static RecordSet set(Zone zone, String name, RecordType type) {
        return zone.recordSet(DomainName.of(name), type).orElseThrow();
    }

    static Zone without(Zone zone, String name, RecordType type) {
        return zone.without(DomainName.of(name), type);
    }

    /// {@return the zone without the signatures of one set}
    static Zone unsign(Zone zone, String name, RecordType covered) {
        return keep(zone, name, RecordType.RRSIG, data -> !covers(data, covered));
    }

    static boolean covers(RecordData data, RecordType type) {
        return data.text().startsWith(type + " ");
    }

    static Zone keep(Zone zone, String name, RecordType type, Predicate<RecordData> kept) {
        var set = set(zone, name, type);
        var rest = set.data().stream().filter(kept).toList();
        return rest.isEmpty()
                ? zone.without(set.owner(), type)
                : zone.with(new RecordSet(set.owner(), type, set.ttl(), rest));
    }

    static Zone plus(Zone zone, String line) {
        return plus(zone, Records.record(line));
    }

    static Zone plus(Zone zone, ResourceRecord record) {
        var data = new ArrayList<RecordData>();
        zone.recordSet(record.owner(), record.type()).ifPresent(set -> data.addAll(set.data()));
        data.add(record.data());
        return zone.with(new RecordSet(record.owner(), record.type(), record.ttl(), data));
    }

    /// {@return the zone with one set replaced, and signed anew where it was signed}
    static Zone replace(Zone zone, String line) {
        var record = Records.record(line);
        var set = RecordSet.of(record);
        var changed = zone.with(set);
        var name = record.owner().toString();
        boolean isSigned =
                zone.recordSet(record.owner(), RecordType.RRSIG)
                        .filter(s -> s.data().stream().anyMatch(d -> covers(d, record.type())))
                        .isPresent();
        return isSigned ? sign(unsign(changed, name, record.type()), name, record.type()) : changed;
    }

    static Zone sign(Zone zone, String name, RecordType type) {
        var signer = ZoneSigner.with(BY_NAME, KSK, ZSK);
        var signed = zone;
        for (var signature : signer.signatures(set(zone, name, type), zone.origin())) {
            signed = plus(signed, signature);
        }
        return signed;
    }
}
