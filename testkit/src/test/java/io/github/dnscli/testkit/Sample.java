package io.github.dnscli.testkit;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Rcode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// What the tests of this module speak about.
final class Sample {

    static final DomainName ZONE = DomainName.of("example.com");
    static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    static final Duration TIMEOUT = Duration.ofSeconds(10);
    static final Duration SHORT = Duration.ofMillis(600);
    static final TsigKey KEY = key("upd._update.example.com", TsigAlgorithm.SHA256, 7);
    static final TsigKey LONG_KEY = key("long._update.example.com", TsigAlgorithm.SHA512, 8);

    static final String ZONE_TEXT =
            """
            $TTL 3600
            @    IN SOA ns hostmaster 100 3600 600 86400 300
            @    IN NS  ns
            ns   IN A   127.0.0.1
            www  IN A   192.0.2.1
            alias IN CNAME www
            """;

    private Sample() {}

    static TsigKey key(String name, TsigAlgorithm algorithm, int octet) {
        byte[] secret = new byte[algorithm.macLength()];
        Arrays.fill(secret, (byte) octet);
        return new TsigKey(DomainName.of(name), algorithm, secret);
    }

    static MessageRecord record(String owner, RecordType type, String data) {
        return MessageRecord.of(ResourceRecord.of(owner, 3600, type, data));
    }

    static MessageRecord soa(int serial) {
        return record(
                "example.com",
                RecordType.SOA,
                "ns.example.com. hostmaster.example.com. " + serial + " 3600 600 86400 300");
    }

    static Message accepted(Message request) {
        return request.reply(Rcode.NOERROR);
    }

    static Message answered(Message request, MessageRecord... answers) {
        return accepted(request).withSections(List.of(answers), List.of(), List.of());
    }

    static Exchange at(Instant now, ServerAddress server) throws IOException {
        return Exchange.open(
                Transport.TCP, server, TIMEOUT, InstantSource.fixed(now), new Random(1));
    }

    static Exchange with(ServerAddress server) throws IOException {
        return at(Instant.now(), server);
    }
}
