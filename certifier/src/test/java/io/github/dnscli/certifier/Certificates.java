package io.github.dnscli.certifier;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.certificate.TlsaRole;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.zone.Zone;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Keys, requests, authorities and zones for the tests here.
final class Certificates {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private Certificates() {}

    static CertificateKey key() {
        return CertificateKey.generate(KeyType.P256, 0, new SecureRandom());
    }

    static CertificateRequest request(String... hosts) {
        return request(key(), hosts);
    }

    static CertificateRequest request(CertificateKey key, String... hosts) {
        return CertificateRequest.create(key, Stream.of(hosts).map(DomainName::of).toList());
    }

    static PrivateAuthority authority(InstantSource clock) {
        return authority(new MemoryState(), Duration.ofDays(90), clock);
    }

    static PrivateAuthority authority(
            AuthorityState state, Duration lifetime, InstantSource clock) {
        try {
            return switch (PrivateAuthority.open(state, lifetime, clock, new SecureRandom())) {
                case OpenedAuthority.Opened(var authority) -> authority;
                case OpenedAuthority.Damaged(var problem) -> throw new AssertionError(problem);
            };
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static Issuance.Issued issue(CertificateAuthority authority, CertificateRequest request) {
        try {
            return switch (authority.issue(new Order(request, NOW.plusSeconds(60)))) {
                case Issuance.Issued issued -> issued;
                case Issuance.Refused(var reason) -> throw new AssertionError(reason);
                case Issuance.Later(var reason, _) -> throw new AssertionError(reason);
            };
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// {@return the records of certificates, the leaf first}
    static List<RecordData> data(Issuance.Issued issued) {
        return data(issued.leaf(), issued.authorities());
    }

    static List<RecordData> data(Certificate leaf, List<Certificate> authorities) {
        var data = new ArrayList<RecordData>();
        data.add(TlsaRole.LEAF.data(leaf.der()));
        authorities.forEach(authority -> data.add(TlsaRole.AUTHORITY.data(authority.der())));
        return data;
    }

    static List<ResourceRecord> at(String host, RecordData... data) {
        return at(host, List.of(data));
    }

    static List<ResourceRecord> at(String host, List<RecordData> data) {
        var owner = new ServiceName(DomainName.of(host)).owner();
        return data.stream().map(d -> new ResourceRecord(owner, new Ttl(3600), d)).toList();
    }

    /// {@return a zone with an SOA and an NS record, and these}
    @SafeVarargs
    static Zone zone(String origin, List<ResourceRecord>... records) {
        var all = new ArrayList<ResourceRecord>();
        all.add(
                ResourceRecord.of(
                        origin, 3600, RecordType.SOA, "ns1." + origin + " h. 1 60 60 3600 60"));
        all.add(ResourceRecord.of(origin, 3600, RecordType.NS, "ns1." + origin));
        all.add(ResourceRecord.of("ns1." + origin, 3600, RecordType.A, "127.0.0.1"));
        for (var some : records) {
            all.addAll(some);
        }
        return Zone.of(DomainName.of(origin), all);
    }
}
