package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.ChainVerifier;
import io.github.dnscli.certificate.Expectation;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certificate.LoadedAnchors;
import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.certificate.TlsaBundle;
import io.github.dnscli.certificate.TrustAnchors;
import io.github.dnscli.certificate.Verdict;
import io.github.dnscli.common.key.KeyText;
import io.github.dnscli.common.key.ParsedKey;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.NameServer;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A name server in the test with the zone `mirage`, as the OCaml original's tutorial calls it, and the words that set a
/// certifier to work on it.
final class Mirage implements AutoCloseable {

    static final DomainName MIRAGE = DomainName.of("mirage");
    static final String KEY =
            "personal._update.mirage:SHA256:kJJqipaQHQWqZL31Raar6uPnepGFIdtpjkXot9rv2xg=";
    static final String ROOT_KEY =
            "all._update:SHA256:kJJqipaQHQWqZL31Raar6uPnepGFIdtpjkXot9rv2xg=";
    private final List<NameServer> servers = new ArrayList<>();

    @Override
    public void close() {
        servers.forEach(NameServer::close);
    }

    static String[] line(int port, String key, String... more) {
        var needed =
                Stream.of(
                        "certifier", "--server", "127.0.0.1#" + port, "--key", key, "--state", "s");
        var authority =
                List.of(more).contains("--ca") ? Stream.<String>of() : Stream.of("--ca", "private");
        return Stream.of(needed, authority, Stream.of(more))
                .flatMap(words -> words)
                .toArray(String[]::new);
    }

    NameServer start(List<ResourceRecord> records) throws IOException {
        var server =
                NameServer.builder()
                        .zone(zone(MIRAGE, 1, records))
                        .key(key(KEY))
                        .key(key(ROOT_KEY))
                        .start();
        servers.add(server);
        return server;
    }

    static Zone zone(DomainName origin, int serial, List<ResourceRecord> records) {
        var all = new ArrayList<>(records);
        all.add(
                ResourceRecord.of(
                        origin.display(),
                        60,
                        RecordType.SOA,
                        "ns1.mirage. h. %d 60 60 3600 60".formatted(serial)));
        all.add(ResourceRecord.of(origin.display(), 60, RecordType.NS, "ns1.mirage."));
        return Zone.of(origin, all);
    }

    static void put(NameServer server, List<ResourceRecord> records) {
        server.change(state -> state.with(zone(MIRAGE, 2, records)));
    }

    static TsigKey key(String text) {
        return switch (KeyText.parse(text)) {
            case ParsedKey.Valid(var key) -> key;
            case ParsedKey.Invalid(var problem) -> throw new AssertionError(problem);
        };
    }

    static CertificateRequest request(String host) {
        var key = CertificateKey.generate(KeyType.P256, 0, new SecureRandom());
        return CertificateRequest.create(key, List.of(DomainName.of(host)));
    }

    static List<ResourceRecord> at(String host, RecordData... data) {
        var owner = new ServiceName(DomainName.of(host)).owner();
        return Stream.of(data).map(d -> new ResourceRecord(owner, new Ttl(60), d)).toList();
    }

    static TlsaBundle bundle(NameServer server) {
        var owner = new ServiceName(DomainName.of("foo.mirage")).owner();
        var zone = server.state().zone(MIRAGE).orElseThrow();
        return TlsaBundle.of(zone.recordSet(owner, RecordType.TLSA).orElseThrow());
    }

    static Verdict verdict(NameServer server, CertificateRequest request, String root) {
        var anchors =
                switch (TrustAnchors.parse(root, "the root printed")) {
                    case LoadedAnchors.Loaded(var loaded) -> loaded;
                    case LoadedAnchors.Unusable(var problem) -> throw new AssertionError(problem);
                };
        return ChainVerifier.verifyBest(
                bundle(server).chains(), Expectation.of(request, Instant.now(), anchors));
    }
}
