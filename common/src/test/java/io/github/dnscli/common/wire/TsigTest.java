package io.github.dnscli.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.wire.TsigFault.Judge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Name;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;

class TsigTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final byte[] SECRET =
            Base64.getDecoder().decode("0701XCD0muDYZIiLwv6wN/Tyoor/hd9+1zjmZ1mIlzY=");
    private static final DomainName KEY_NAME = DomainName.of("upd._update.example.com");
    private static final TsigKey KEY = new TsigKey(KEY_NAME, TsigAlgorithm.SHA256, SECRET);

    private static final Message REQUEST =
            Message.request(
                    0x558, Opcode.QUERY, Question.of(DomainName.of("Example.com"), RecordType.SOA));
    private static final byte[] REQUEST_WIRE = MessageCodec.encode(REQUEST);
    private static final byte[] REPLY_WIRE = MessageCodec.encode(REQUEST.reply(Rcode.NOERROR));

    private static Optional<TsigKey> key(DomainName name) {
        return Optional.of(KEY).filter(key -> key.name().equals(name));
    }

    private static Signed signed() {
        return Signer.sign(REQUEST_WIRE, KEY, NOW);
    }

    private static TsigFault fault(Verified verified) {
        return ((Verified.Bad) verified).fault();
    }

    private static Verified.Bad refused(byte[] request, Instant now) {
        return (Verified.Bad) Verifier.request(request, TsigTest::key, now);
    }

    private static TSIG oracle(TsigAlgorithm algorithm) throws Exception {
        return new TSIG(
                Name.fromString(algorithm.dnsName().toString()),
                Name.fromString(KEY_NAME.toString()),
                new SecretKeySpec(SECRET, algorithm.javaName()),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static TSIGRecord theirs(byte[] wire) throws Exception {
        return new org.xbill.DNS.Message(wire).getTSIG();
    }

    @ParameterizedTest
    @EnumSource
    void anotherImplementationVerifiesOurSignatures(TsigAlgorithm algorithm) throws Exception {
        var key = new TsigKey(KEY_NAME, algorithm, SECRET);
        var request = Signer.sign(REQUEST_WIRE, key, NOW);
        byte[] reply = Signer.reply(REPLY_WIRE, key, request.mac(), NOW).wire();
        var oracle = oracle(algorithm);

        var parsed = new org.xbill.DNS.Message(request.wire());
        assertThat(oracle.verify(parsed, request.wire(), null)).isZero();
        assertThat(oracle.verify(new org.xbill.DNS.Message(reply), reply, parsed.getTSIG()))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void weVerifyTheSignaturesOfAnotherImplementation(TsigAlgorithm algorithm) throws Exception {
        var key = new TsigKey(KEY_NAME, algorithm, SECRET);
        var message = new org.xbill.DNS.Message(REQUEST_WIRE);
        message.setTSIG(oracle(algorithm));
        byte[] request = message.toWire(MessageCodec.MAX_LENGTH);
        var reply = new org.xbill.DNS.Message(REPLY_WIRE);
        reply.setTSIG(oracle(algorithm), 0, theirs(request));

        var verified = Verifier.request(request, _ -> Optional.of(key), NOW);

        assertThat(verified).isInstanceOf(Verified.Good.class);
        var mac = ((Verified.Good) verified).mac();
        assertThat(Verifier.reply(reply.toWire(MessageCodec.MAX_LENGTH), key, mac, NOW))
                .isInstanceOf(Verified.Good.class);
    }

    @Test
    void aMessageWithoutSignatureIsUnsigned() {
        assertThat(Verifier.request(REQUEST_WIRE, TsigTest::key, NOW))
                .isInstanceOf(Verified.Unsigned.class);
    }

    @Test
    void findsTheKeyWithoutRegardToCase() {
        var shouting =
                new TsigKey(DomainName.of("UPD._Update.Example.COM"), TsigAlgorithm.SHA256, SECRET);

        assertThat(
                        Verifier.request(
                                Signer.sign(REQUEST_WIRE, shouting, NOW).wire(),
                                TsigTest::key,
                                NOW))
                .isInstanceOf(Verified.Good.class);
    }

    @Test
    void takesASignatureOverAnIdChangedOnTheWay() {
        byte[] forwarded = signed().wire();
        forwarded[0] ^= 1;

        assertThat(Verifier.request(forwarded, TsigTest::key, NOW))
                .isInstanceOf(Verified.Good.class);
    }

    @Test
    void refusesAnUnknownKeyBeforeAnythingElse() {
        var other = new TsigKey(DomainName.of("other"), TsigAlgorithm.SHA256, SECRET);
        byte[] request = Signer.sign(REQUEST_WIRE, other, NOW.minusSeconds(9999)).wire();

        assertThat(fault(Verifier.request(request, TsigTest::key, NOW)))
                .isEqualTo(
                        new TsigFault.BadKey(
                                other.name(), TsigAlgorithm.SHA256.dnsName(), Judge.SERVER));
    }

    @Test
    void refusesAKnownKeyWithAnotherAlgorithm() {
        var other = new TsigKey(KEY_NAME, TsigAlgorithm.SHA512, SECRET);

        assertThat(
                        fault(
                                Verifier.request(
                                        Signer.sign(REQUEST_WIRE, other, NOW).wire(),
                                        TsigTest::key,
                                        NOW)))
                .isInstanceOf(TsigFault.BadKey.class);
    }

    @Test
    void refusesAnotherSecretBeforeLookingAtTheTime() {
        var other = new TsigKey(KEY_NAME, TsigAlgorithm.SHA256, new byte[] {1});
        byte[] request = Signer.sign(REQUEST_WIRE, other, NOW.minusSeconds(9999)).wire();

        assertThat(fault(Verifier.request(request, TsigTest::key, NOW)))
                .isInstanceOf(TsigFault.BadSignature.class);
    }

    @Test
    void refusesAChangedMessage() {
        byte[] request = signed().wire();
        request[14] ^= 0x20;

        assertThat(fault(Verifier.request(request, TsigTest::key, NOW)))
                .isInstanceOf(TsigFault.BadSignature.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 0, 300})
    void takesClocksThatAreNearEnough(long seconds) {
        assertThat(Verifier.request(signed().wire(), TsigTest::key, NOW.plusSeconds(seconds)))
                .isInstanceOf(Verified.Good.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, 99999})
    void refusesClocksTooFarApart(long seconds) {
        var ours = NOW.plusSeconds(seconds);

        assertThat(fault(Verifier.request(signed().wire(), TsigTest::key, ours)))
                .isEqualTo(new TsigFault.BadTime(KEY_NAME, NOW, ours, Judge.SERVER));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 20, 31, 32})
    void takesASignatureCutToAPermittedLength(int length) {
        assertThat(Verifier.request(cutTo(length), TsigTest::key, NOW))
                .isInstanceOf(Verified.Good.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 15, 33})
    void callsASignatureOfAForbiddenLengthMalformed(int length) {
        var refused = refused(cutTo(length), NOW);

        assertThat(refused.fault()).isInstanceOf(TsigFault.Malformed.class);
        assertThat(refused.fault().rcode()).isEqualTo(Rcode.FORMERR);
        assertThat(Signer.refusal(REPLY_WIRE, refused, NOW)).isEqualTo(REPLY_WIRE);
    }

    private static byte[] cutTo(int length) {
        var whole = ((Decoded.Valid) MessageCodec.decode(signed().wire())).tsig().orElseThrow();
        var mac = new Mac(Arrays.copyOf(whole.mac().octets(), length));
        return TsigDigest.append(REQUEST_WIRE, whole.withMac(mac));
    }

    @Test
    void takesTheFormOfTheOcamlClients() throws Exception {
        byte[] update =
                new Octets()
                        .hex("0558 2800 0001 0000 0002 0000")
                        .name("example.com")
                        .hex("0006 0001")
                        .label("home")
                        .hex("c00c 0001 00ff 00000000 0000")
                        .hex("c01d 0001 0001 0000003c 0004 01020304")
                        .toBytes();
        byte[] time =
                new Octets().hex("0000").hex(Long.toHexString(NOW.getEpochSecond())).toBytes();
        byte[] covered =
                new Octets()
                        .bytes(update)
                        .name("upd._update.example.com")
                        .hex("00ff 00000000")
                        .name("hmac-sha256")
                        .bytes(time)
                        .hex("012c 0000 0000")
                        .toBytes();
        var hmac = javax.crypto.Mac.getInstance("HmacSHA256");
        hmac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        byte[] wire =
                new Octets()
                        .bytes(update)
                        .label("upd")
                        .label("_update")
                        .name("example.com")
                        .hex("00fa 00ff 00000000 003d")
                        .name("hmac-sha256")
                        .bytes(time)
                        .hex("012c 0020")
                        .bytes(hmac.doFinal(covered))
                        .hex("0000 0000 0000")
                        .toBytes();
        wire[11] = 1;

        assertThat(wire).hasSize(0x9e);
        assertThat(Verifier.request(wire, TsigTest::key, NOW)).isInstanceOf(Verified.Good.class);
        assertThat(fault(Verifier.request(wire, TsigTest::key, NOW.plusSeconds(301))))
                .isInstanceOf(TsigFault.BadTime.class);
    }

    @Test
    void anOriginalIdOfZeroDoesNotExcuseAChangedMessage() {
        byte[] request = Signer.sign(MessageCodec.encode(REQUEST.withId(0)), KEY, NOW).wire();
        request[3] ^= 1;

        assertThat(fault(Verifier.request(request, TsigTest::key, NOW)))
                .isInstanceOf(TsigFault.BadSignature.class);
    }

    @Test
    void aReplyIsBoundToItsRequest() {
        byte[] reply = Signer.reply(REPLY_WIRE, KEY, signed().mac(), NOW).wire();
        var other = Signer.sign(REQUEST_WIRE, KEY, NOW.plusSeconds(1)).mac();

        assertThat(Verifier.reply(reply, KEY, signed().mac(), NOW))
                .isInstanceOf(Verified.Good.class);
        assertThat(fault(Verifier.reply(reply, KEY, other, NOW)))
                .isEqualTo(
                        new TsigFault.BadSignature(
                                KEY_NAME, TsigAlgorithm.SHA256.dnsName(), Judge.CLIENT));
    }

    @Test
    void aReplyMustBeSigned() {
        assertThat(fault(Verifier.reply(REPLY_WIRE, KEY, signed().mac(), NOW)))
                .isEqualTo(new TsigFault.Missing(KEY_NAME));
    }

    @Test
    void aReplyMustBeSignedWithTheSameKey() {
        var other = new TsigKey(DomainName.of("other"), TsigAlgorithm.SHA256, SECRET);
        byte[] reply = Signer.reply(REPLY_WIRE, other, signed().mac(), NOW).wire();

        assertThat(fault(Verifier.reply(reply, KEY, signed().mac(), NOW)))
                .isInstanceOf(TsigFault.BadKey.class)
                .extracting(TsigFault::message)
                .asString()
                .contains("another key", "'other'");
    }

    @Test
    void aReplyMustBeSignedInTime() {
        byte[] reply = Signer.reply(REPLY_WIRE, KEY, signed().mac(), NOW.minusSeconds(500)).wire();

        assertThat(fault(Verifier.reply(reply, KEY, signed().mac(), NOW)))
                .extracting(TsigFault::message)
                .asString()
                .contains("500 s apart", "2026-11-22T00:00:00Z");
    }

    @Test
    void tellsTheClientWhichKeyIsUnknown() {
        var other = new TsigKey(DomainName.of("other"), TsigAlgorithm.SHA256, SECRET);
        var request = Signer.sign(REQUEST_WIRE, other, NOW);
        byte[] reply = Signer.refusal(REPLY_WIRE, refused(request.wire(), NOW), NOW);

        assertThat(fault(Verifier.reply(reply, other, request.mac(), NOW)))
                .isEqualTo(
                        new TsigFault.BadKey(
                                other.name(), TsigAlgorithm.SHA256.dnsName(), Judge.SERVER));
    }

    @Test
    void tellsTheClientThatItsSecretIsWrong() {
        var other = new TsigKey(KEY_NAME, TsigAlgorithm.SHA256, new byte[] {1});
        var request = Signer.sign(REQUEST_WIRE, other, NOW);
        byte[] reply = Signer.refusal(REPLY_WIRE, refused(request.wire(), NOW), NOW);

        assertThat(fault(Verifier.reply(reply, other, request.mac(), NOW)))
                .isEqualTo(
                        new TsigFault.BadSignature(
                                KEY_NAME, TsigAlgorithm.SHA256.dnsName(), Judge.SERVER));
    }

    @Test
    void tellsTheClientTheServersClockSigned() {
        var server = NOW.plus(Duration.ofHours(1));
        var request = signed();
        byte[] reply = Signer.refusal(REPLY_WIRE, refused(request.wire(), server), server);
        var tsig = ((Decoded.Valid) MessageCodec.decode(reply)).tsig().orElseThrow();

        assertThat(tsig.error()).isEqualTo(TsigError.BADTIME);
        assertThat(tsig.timeSigned()).isEqualTo(NOW);
        assertThat(tsig.serverClock()).contains(server);
        assertThat(fault(Verifier.reply(reply, KEY, request.mac(), NOW)))
                .isEqualTo(new TsigFault.BadTime(KEY_NAME, server, NOW, Judge.SERVER));
    }

    @Test
    void aForgedBadTimeReplyIsNoBadTime() {
        byte[] reply =
                Signer.refusal(REPLY_WIRE, refused(signed().wire(), NOW.plusSeconds(400)), NOW);
        reply[3] ^= 1;

        assertThat(fault(Verifier.reply(reply, KEY, signed().mac(), NOW)))
                .isInstanceOf(TsigFault.BadSignature.class);
    }

    @Test
    void aSignatureTakesNoMoreThanTheRoomForIt() {
        assertThat(signed().wire().length - REQUEST_WIRE.length)
                .isLessThanOrEqualTo(Signer.room(KEY));
    }

    @Test
    void aTransferIsAChain() {
        var request = signed();
        var signer = new TransferSigner(KEY, request.mac());
        var verifier = new TransferVerifier(KEY, request.mac());

        for (int i = 0; i < 3; i++) {
            assertThat(next(verifier, signer.sign(REPLY_WIRE, NOW)))
                    .isInstanceOf(Verified.Good.class);
        }
        assertThat(verifier.end()).isEmpty();
    }

    @Test
    void anotherImplementationVerifiesOurTransfers() throws Exception {
        var request = signed();
        var signer = new TransferSigner(KEY, request.mac());
        var oracle = new TSIG.StreamVerifier(oracle(TsigAlgorithm.SHA256), theirs(request.wire()));

        for (int i = 0; i < 3; i++) {
            byte[] wire = signer.sign(REPLY_WIRE, NOW);
            assertThat(oracle.verify(new org.xbill.DNS.Message(wire), wire)).isZero();
        }
    }

    @Test
    void aTransferMayHaveUnsignedMessagesBetweenSignedOnes() {
        var request = signed();
        var verifier = new TransferVerifier(KEY, request.mac());
        var first = Signer.reply(REPLY_WIRE, KEY, request.mac(), NOW);
        assertThat(next(verifier, first.wire())).isInstanceOf(Verified.Good.class);
        assertThat(next(verifier, REPLY_WIRE)).isInstanceOf(Verified.Unsigned.class);
        assertThat(next(verifier, REPLY_WIRE)).isInstanceOf(Verified.Unsigned.class);
        assertThat(verifier.end()).contains(new TsigFault.Missing(KEY_NAME));

        var record = Signer.blank(REPLY_WIRE, KEY, NOW);
        var digest = new TsigDigest(KEY).prior(first.mac()).message(REPLY_WIRE).message(REPLY_WIRE);
        var last = Signer.seal(REPLY_WIRE, digest.message(REPLY_WIRE).timers(record), record);

        assertThat(next(verifier, last.wire())).isInstanceOf(Verified.Good.class);
        assertThat(verifier.end()).isEmpty();
    }

    @Test
    void aTransferMustBeginSigned() {
        var verifier = new TransferVerifier(KEY, signed().mac());

        assertThat(next(verifier, REPLY_WIRE)).isInstanceOf(Verified.Bad.class);
    }

    @Test
    void aTransferWithAMessageLeftOutIsNoChain() {
        var signer = new TransferSigner(KEY, signed().mac());
        var verifier = new TransferVerifier(KEY, signed().mac());
        next(verifier, signer.sign(REPLY_WIRE, NOW));
        signer.sign(REPLY_WIRE, NOW);

        assertThat(fault(next(verifier, signer.sign(REPLY_WIRE, NOW))))
                .isInstanceOf(TsigFault.BadSignature.class);
    }

    private static Verified next(TransferVerifier verifier, byte[] wire) {
        return verifier.next(wire, (Decoded.Valid) MessageCodec.decode(wire), NOW);
    }
}
