package io.github.dnscli.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How the messages of a transfer hang together. OCaml's servers cannot be installed; their form is made here as they are
/// known to make it: each message signed over the request's signature, with all variables.
class TransferVerifierTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final TsigKey KEY =
            new TsigKey(DomainName.of("k"), TsigAlgorithm.SHA256, new byte[] {1, 2, 3});
    private static final Message REQUEST =
            Message.request(
                    5, Opcode.QUERY, Question.of(DomainName.of("example.com"), RecordType.AXFR));
    private static final Mac REQUEST_MAC =
            Signer.sign(MessageCodec.encode(REQUEST), KEY, NOW).mac();

    private final TransferVerifier verifier = new TransferVerifier(KEY, REQUEST_MAC);
    private final TransferSigner chain = new TransferSigner(KEY, REQUEST_MAC);
    private final TransferSigner single = TransferSigner.unchained(KEY, REQUEST_MAC);

    /// Messages that differ from each other.
    private static byte[] message(int number) {
        var other = Question.of(DomainName.of("n" + number), RecordType.A);
        return MessageCodec.encode(REQUEST.reply(Rcode.NOERROR).withQuestions(List.of(other)));
    }

    private String next(byte[] wire) {
        return switch (verifier.next(wire, (Decoded.Valid) MessageCodec.decode(wire), NOW)) {
            case Verified.Good _ -> "good";
            case Verified.Unsigned _ -> "unsigned";
            case Verified.Bad bad -> bad.fault().getClass().getSimpleName();
        };
    }

    @Test
    void takesMessagesSignedAsOcamlsServersSignThem() {
        for (int i = 0; i < 5; i++) {
            assertThat(next(single.sign(message(i), NOW))).isEqualTo("good");
        }
        assertThat(verifier.end()).isEmpty();
    }

    @Test
    void takesNoMessageTwice() {
        byte[] first = single.sign(message(1), NOW);
        byte[] second = single.sign(message(2), NOW);
        next(first);
        next(second);

        assertThat(next(second)).isEqualTo("BadSignature");
    }

    @Test
    void aChainDoesNotBeginTwice() {
        byte[] first = chain.sign(message(1), NOW);
        assertThat(next(first)).isEqualTo("good");

        assertThat(next(first)).isEqualTo("BadSignature");
    }

    @Test
    void aSignatureCutElsewhereIsNoNewOne() {
        byte[] first = chain.sign(message(1), NOW);
        next(first);
        var tsig = ((Decoded.Valid) MessageCodec.decode(first)).tsig().orElseThrow();
        var half = new Mac(Arrays.copyOf(tsig.mac().octets(), 16));

        assertThat(next(TsigDigest.append(message(1), tsig.withMac(half))))
                .isEqualTo("BadSignature");
    }

    @Test
    void aChainStaysAChain() {
        next(chain.sign(message(1), NOW));
        next(chain.sign(message(2), NOW));

        assertThat(next(single.sign(message(3), NOW))).isEqualTo("BadSignature");
    }

    @Test
    void whatIsNoChainBecomesNone() {
        next(single.sign(message(1), NOW));
        next(single.sign(message(2), NOW));
        chain.sign(message(1), NOW);

        assertThat(next(chain.sign(message(3), NOW))).isEqualTo("BadSignature");
    }

    @Test
    void withoutAChainEveryMessageIsSigned() {
        next(single.sign(message(1), NOW));
        next(single.sign(message(2), NOW));

        assertThat(next(message(3))).isEqualTo("Missing");
    }

    @Test
    void whatStandsUnsignedBetweenTwoMessagesWantsAChain() {
        next(single.sign(message(1), NOW));
        assertThat(next(message(2))).isEqualTo("unsigned");

        assertThat(next(single.sign(message(3), NOW))).isEqualTo("BadSignature");
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 100})
    void upTo99MessagesInARowMayBeUnsigned(int count) {
        next(chain.sign(message(0), NOW));
        for (int i = 1; i < count; i++) {
            assertThat(next(message(i))).isEqualTo("unsigned");
        }
        assertThat(next(message(count))).isEqualTo(count == 99 ? "unsigned" : "Missing");
        assertThat(verifier.end()).isPresent();
    }

    @Test
    void doesNotTakeAForgedMessageInEitherForm() {
        next(single.sign(message(1), NOW));
        byte[] second = single.sign(message(2), NOW);
        second[3] ^= 1;

        assertThat(next(second)).isEqualTo("BadSignature");
    }
}
