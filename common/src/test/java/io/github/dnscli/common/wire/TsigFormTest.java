package io.github.dnscli.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a TSIG record may look like, and how much of a signature must be left (RFC 8945 §4.2, §5.1, §5.2.2.1, §5.2.4).
class TsigFormTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final DomainName NAME = DomainName.of("k");
    private static final byte[] REQUEST =
            MessageCodec.encode(
                    Message.request(
                            5,
                            Opcode.QUERY,
                            Question.of(DomainName.of("example.com"), RecordType.SOA)));
    private static final byte[] REPLY =
            MessageCodec.encode(message(REQUEST).message().reply(Rcode.NOTAUTH));

    private static TsigKey key(TsigAlgorithm algorithm) {
        return new TsigKey(NAME, algorithm, new byte[] {1, 2, 3});
    }

    private static Decoded.Valid message(byte[] wire) {
        return (Decoded.Valid) MessageCodec.decode(wire);
    }

    private static byte[] cut(byte[] signed, byte[] unsigned, int length) {
        var whole = message(signed).tsig().orElseThrow();
        return TsigDigest.append(
                unsigned, whole.withMac(new Mac(Arrays.copyOf(whole.mac().octets(), length))));
    }

    private static Verified judge(byte[] wire, TsigKey key, MacPolicy policy, Instant now) {
        return Verifier.request(wire, message(wire), _ -> Optional.of(key), policy, now);
    }

    private static String word(Verified verified) {
        return switch (verified) {
            case Verified.Good _ -> "good";
            case Verified.Unsigned _ -> "unsigned";
            case Verified.Bad(var fault, _, _) -> fault.rcode() + " " + fault.error();
        };
    }

    @ParameterizedTest
    @CsvSource({
        "SHA1, 9, FORMERR NOERROR",
        "SHA1, 10, NOTAUTH BADTRUNC",
        "SHA1, 12, NOTAUTH BADTRUNC",
        "SHA1, 15, NOTAUTH BADTRUNC",
        "SHA1, 16, good",
        "SHA1, 20, good",
        "SHA1, 21, FORMERR NOERROR",
        "SHA224, 13, FORMERR NOERROR",
        "SHA224, 14, NOTAUTH BADTRUNC",
        "SHA224, 16, good",
        "SHA256, 15, FORMERR NOERROR",
        "SHA256, 16, good",
        "SHA384, 23, FORMERR NOERROR",
        "SHA384, 24, good",
        "SHA512, 31, FORMERR NOERROR",
        "SHA512, 32, good",
        "SHA512, 64, good",
        "SHA512, 65, FORMERR NOERROR",
    })
    void aSignatureMayBeCutToHalfAndTo128Bits(TsigAlgorithm algorithm, int length, String word) {
        var key = key(algorithm);
        byte[] wire = cut(Signer.sign(REQUEST, key, NOW).wire(), REQUEST, length);

        assertThat(word(judge(wire, key, MacPolicy.DEFAULT, NOW))).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "SHA1, 10, 0, good",
        "SHA256, 31, 2147483647, NOTAUTH BADTRUNC",
        "SHA256, 32, 2147483647, good",
        "SHA256, 20, 24, NOTAUTH BADTRUNC",
        "SHA1, 20, 24, good",
    })
    void anotherPolicyMayWantMoreOrLess(
            TsigAlgorithm algorithm, int length, int least, String word) {
        var key = key(algorithm);
        byte[] wire = cut(Signer.sign(REQUEST, key, NOW).wire(), REQUEST, length);

        assertThat(word(judge(wire, key, new MacPolicy(least), NOW))).isEqualTo(word);
    }

    @Test
    void theTimeIsLookedAtBeforeTheLength() {
        var key = key(TsigAlgorithm.SHA256);
        byte[] wire = cut(Signer.sign(REQUEST, key, NOW).wire(), REQUEST, 20);

        assertThat(word(judge(wire, key, MacPolicy.WHOLE, NOW.plusSeconds(301))))
                .isEqualTo("NOTAUTH BADTIME");
        wire[3] ^= 1;
        assertThat(word(judge(wire, key, MacPolicy.WHOLE, NOW.plusSeconds(301))))
                .isEqualTo("NOTAUTH BADSIG");
    }

    @Test
    void tellsTheClientSignedThatItsSignatureIsCutTooShort() {
        var key = key(TsigAlgorithm.SHA256);
        byte[] wire = cut(Signer.sign(REQUEST, key, NOW).wire(), REQUEST, 20);
        var bad = (Verified.Bad) judge(wire, key, MacPolicy.WHOLE, NOW);
        byte[] reply = Signer.refusal(REPLY, bad, NOW);
        var tsig = message(reply).tsig().orElseThrow();

        assertThat(tsig.error()).isEqualTo(TsigError.BADTRUNC);
        assertThat(tsig.mac().length()).isEqualTo(32);
        assertThat(tsig.other()).isEmpty();
        var sent = message(wire).tsig().orElseThrow().mac();
        assertThat(((Verified.Bad) Verifier.reply(reply, key, sent, NOW)).fault())
                .isEqualTo(new TsigFault.BadTruncation(NAME, TsigFault.Judge.SERVER));
    }

    @Test
    void takesNoReplyThatIsCutTooShort() {
        var key = key(TsigAlgorithm.SHA1);
        var request = Signer.sign(REQUEST, key, NOW);
        byte[] reply = cut(Signer.reply(REPLY, key, request.mac(), NOW).wire(), REPLY, 12);

        assertThat(((Verified.Bad) Verifier.reply(reply, key, request.mac(), NOW)).fault())
                .isEqualTo(new TsigFault.BadTruncation(NAME, TsigFault.Judge.CLIENT));
    }

    @Test
    void aRepetitionIsAsGoodAsTheFirst() {
        var key = key(TsigAlgorithm.SHA256);
        byte[] wire = Signer.sign(REQUEST, key, NOW).wire();

        assertThat(word(judge(wire, key, MacPolicy.DEFAULT, NOW))).isEqualTo("good");
        assertThat(word(judge(wire, key, MacPolicy.DEFAULT, NOW.plusSeconds(300))))
                .isEqualTo("good");
    }

    @Test
    void aReplySpellsTheNameOfTheKeyAsTheRequestDid() {
        var key = key(TsigAlgorithm.SHA256);
        var shouting = new TsigKey(DomainName.of("K"), TsigAlgorithm.SHA256, key.secret());
        byte[] wire = Signer.sign(REQUEST, shouting, NOW).wire();
        var good = (Verified.Good) judge(wire, key, MacPolicy.DEFAULT, NOW);
        byte[] reply = Signer.reply(REPLY, good.key(), good.mac(), NOW).wire();

        assertThat(good.key()).isEqualTo(key);
        assertThat(message(reply).tsig().orElseThrow().keyName()).hasToString("K.");
    }

    @ParameterizedTest
    @CsvSource({"0001, 00000000", "00fe, 00000000", "00ff, 00000001"})
    void aSignatureHasClassAnyAndTtlZero(String recordClass, String ttl) {
        byte[] wire = Signer.sign(REQUEST, key(TsigAlgorithm.SHA256), NOW).wire();
        byte[] changed = new Octets().hex(recordClass).hex(ttl).toBytes();
        System.arraycopy(changed, 0, wire, REQUEST.length + NAME.wireLength() + 2, 6);

        assertThat(MessageCodec.decode(wire)).isInstanceOf(Decoded.Malformed.class);
        assertThat(MessageCodec.formatError(wire)).isPresent();
    }

    @Test
    void aMessageHasOneSignature() {
        var key = key(TsigAlgorithm.SHA256);
        byte[] twice = Signer.sign(Signer.sign(REQUEST, key, NOW).wire(), key, NOW).wire();

        assertThat(MessageCodec.decode(twice)).isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void aSignatureComesLast() {
        byte[] wire = Signer.sign(REQUEST, key(TsigAlgorithm.SHA256), NOW).wire();
        byte[] more = new Octets().bytes(wire).hex("00 0029 04d0 00000000 0000").toBytes();
        more[11] = 2;

        assertThat(MessageCodec.decode(more)).isInstanceOf(Decoded.Malformed.class);
    }
}
