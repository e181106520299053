package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.wire.MacPolicy;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The table of what can be wrong with a signature, judged by the tools of others and by our own client.
class TsigFaultsTest {

    private static final DomainName ZONE = DomainName.of("example.com");
    private static final byte[] SECRET = Ask.key("one").secret();
    private static final byte[] ANOTHER = Ask.key("another").secret();
    private static final int APART = 1000;

    /// Name, time, fudge, size and octets of the signature, id, error and length of other data.
    private static final Pattern TSIG =
            Pattern.compile("TSIG\\s+\\S+\\s+\\d+ 300 (\\d+) (?:.+ )?\\d+ ([A-Z]+) (\\d+)");

    /// The faults that a client can provoke by its key, or by a clock that goes wrong.
    enum Fault {
        NONE,
        UNKNOWN_KEY,
        OTHER_ALGORITHM,
        OTHER_SECRET,
        SERVER_AHEAD,
        SERVER_BEHIND;

        String error() {
            return switch (this) {
                case NONE -> "NOERROR";
                case UNKNOWN_KEY, OTHER_ALGORITHM -> "BADKEY";
                case OTHER_SECRET -> "BADSIG";
                case SERVER_AHEAD, SERVER_BEHIND -> "BADTIME";
            };
        }

        boolean isSigned() {
            return this == NONE || isOfTime();
        }

        boolean isOfTime() {
            return this == SERVER_AHEAD || this == SERVER_BEHIND;
        }

        TsigKey key(TsigAlgorithm algorithm) {
            return switch (this) {
                case NONE, SERVER_AHEAD, SERVER_BEHIND -> known(algorithm);
                case UNKNOWN_KEY -> new TsigKey(DomainName.of("stranger"), algorithm, SECRET);
                case OTHER_SECRET -> new TsigKey(known(algorithm).name(), algorithm, ANOTHER);
                case OTHER_ALGORITHM ->
                        new TsigKey(known(algorithm).name(), other(algorithm), SECRET);
            };
        }

        NameServer server() {
            return switch (this) {
                case SERVER_AHEAD -> ahead;
                case SERVER_BEHIND -> behind;
                case NONE, UNKNOWN_KEY, OTHER_ALGORITHM, OTHER_SECRET -> exact;
            };
        }
    }

    private static NameServer exact;
    private static NameServer ahead;
    private static NameServer behind;
    private static NameServer strict;

    @BeforeAll
    static void start() throws IOException {
        exact = server(0);
        ahead = server(APART);
        behind = server(-APART);
        strict = server(0, MacPolicy.WHOLE);
    }

    private static NameServer server(int shift) throws IOException {
        return server(shift, MacPolicy.DEFAULT);
    }

    private static NameServer server(int shift, MacPolicy policy) throws IOException {
        var builder =
                NameServer.builder()
                        .zone(ZoneText.zone("example.com", "@ 60 SOA ns admin 1 2 3 4 5\n"))
                        .signatures(policy)
                        .clock(() -> Instant.now().plusSeconds(shift));
        for (var algorithm : TsigAlgorithm.values()) {
            builder.key(known(algorithm));
        }
        return builder.start();
    }

    @AfterAll
    static void stop() {
        for (var server : new NameServer[] {exact, ahead, behind, strict}) {
            server.close();
        }
    }

    private static TsigKey known(TsigAlgorithm algorithm) {
        return new TsigKey(DomainName.of(algorithm.name() + "-key"), algorithm, SECRET);
    }

    private static TsigAlgorithm other(TsigAlgorithm algorithm) {
        return algorithm == TsigAlgorithm.SHA256 ? TsigAlgorithm.SHA512 : TsigAlgorithm.SHA256;
    }

    static Stream<Arguments> faults() {
        return Stream.of(Fault.values())
                .flatMap(
                        fault ->
                                Stream.of(TsigAlgorithm.values())
                                        .map(algorithm -> Arguments.of(fault, algorithm)));
    }

    private static String line(Tool tool) {
        var tsig = TSIG.matcher(tool.output());
        assertThat(tsig.find()).as(tool.output()).isTrue();
        return (tsig.group(1).equals("0") ? "unsigned " : "signed ")
                + tsig.group(2)
                + (tsig.group(3).equals("6") ? " with clock" : "");
    }

    private static String expected(Fault fault) {
        return (fault.isSigned() ? "signed " : "unsigned ")
                + fault.error()
                + (fault.isOfTime() ? " with clock" : "");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void digAgrees(Fault fault, TsigAlgorithm algorithm) throws IOException {
        var key = Tool.spell(fault.key(algorithm));
        var dig = Tool.ask(Peer.DIG, fault.server().port(), "-y", key, "example.com", "SOA");

        assertThat(line(dig)).isEqualTo(expected(fault));
        assertThat(dig.output())
                .contains("OPT PSEUDOSECTION")
                .contains(fault == Fault.NONE ? "status: NOERROR" : "status: NOTAUTH");
        switch (fault) {
            case NONE -> assertThat(dig.output()).doesNotContain("Couldn't verify");
            case SERVER_AHEAD, SERVER_BEHIND ->
                    assertThat(dig.output()).contains("clocks are unsynchronized");
            case UNKNOWN_KEY, OTHER_ALGORITHM, OTHER_SECRET ->
                    assertThat(dig.output()).contains("tsig indicates error");
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void kdigAgrees(Fault fault, TsigAlgorithm algorithm) throws IOException {
        var key = Tool.spell(fault.key(algorithm));
        var kdig = Tool.ask(Peer.KDIG, fault.server().port(), "-y", key, "example.com", "SOA");

        assertThat(line(kdig)).isEqualTo(expected(fault));
        switch (fault) {
            case NONE -> assertThat(kdig.output()).doesNotContain("WARNING");
            case SERVER_AHEAD, SERVER_BEHIND ->
                    assertThat(kdig.output()).contains("TSIG out of time window");
            case UNKNOWN_KEY, OTHER_ALGORITHM, OTHER_SECRET ->
                    assertThat(kdig.output()).contains("status: " + fault.error());
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void ourClientAgrees(Fault fault, TsigAlgorithm algorithm) throws IOException {
        var server = new ServerAddress(InetAddress.getLoopbackAddress(), fault.server().port());
        try (var exchange =
                Exchange.open(
                        Transport.TCP,
                        server,
                        Duration.ofSeconds(20),
                        InstantSource.system(),
                        new Random(1))) {
            var reply = exchange.ask(Query.of(ZONE, RecordType.SOA), fault.key(algorithm));
            if (fault == Fault.NONE) {
                assertThat(reply).isInstanceOf(Reply.Accepted.class);
            } else {
                var unverified = (Reply.Unverified) reply;
                assertThat(unverified.rcode()).isEqualTo(Rcode.NOTAUTH);
                assertThat(unverified.fault().error()).hasToString(fault.error());
                assertThat(unverified.problem()).contains(fault.error());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SHA1,   hmac-sha1-160,   NOERROR, signed NOERROR",
        "SHA1,   hmac-sha1-128,   NOERROR, signed NOERROR",
        "SHA1,   hmac-sha1-96,    NOTAUTH, signed BADTRUNC",
        "SHA1,   hmac-sha1-80,    NOTAUTH, signed BADTRUNC",
        "SHA224, hmac-sha224-112, NOTAUTH, signed BADTRUNC",
        "SHA224, hmac-sha224-128, NOERROR, signed NOERROR",
        "SHA256, hmac-sha256-128, NOERROR, signed NOERROR",
        "SHA384, hmac-sha384-192, NOERROR, signed NOERROR",
        "SHA512, hmac-sha512-256, NOERROR, signed NOERROR",
    })
    void digAgreesOnSignaturesThatAreCut(
            TsigAlgorithm algorithm, String spelling, String status, String line)
            throws IOException {
        var key = Tool.spell(spelling, known(algorithm));
        var dig = Tool.ask(Peer.DIG, exact.port(), "-y", key, "example.com", "SOA");

        assertThat(dig.output()).contains("status: " + status);
        assertThat(line(dig)).isEqualTo(line);
        assertThat(dig.output()).doesNotContain("verify failure");
    }

    @ParameterizedTest
    @CsvSource({
        "SHA256, hmac-sha256-128, NOTAUTH, signed BADTRUNC",
        "SHA512, hmac-sha512-504, NOTAUTH, signed BADTRUNC",
        "SHA512, hmac-sha512,     NOERROR, signed NOERROR",
    })
    void aServerMayWantWholeSignatures(
            TsigAlgorithm algorithm, String spelling, String status, String line)
            throws IOException {
        var key = Tool.spell(spelling, known(algorithm));
        var dig = Tool.ask(Peer.DIG, strict.port(), "-y", key, "example.com", "SOA");

        assertThat(dig.output()).contains("status: " + status);
        assertThat(line(dig)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({"SHA256, hmac-sha256-120", "SHA512, hmac-sha512-80", "SHA1, hmac-sha1-72"})
    void aSignatureCutBelowHalfIsMalformed(TsigAlgorithm algorithm, String spelling)
            throws IOException {
        var key = Tool.spell(spelling, known(algorithm));
        var dig = Tool.ask(Peer.DIG, exact.port(), "-y", key, "example.com", "SOA");

        assertThat(dig.output()).contains("status: FORMERR").doesNotContain("TSIG PSEUDO");
    }
}
