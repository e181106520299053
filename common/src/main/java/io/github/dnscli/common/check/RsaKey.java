package io.github.dnscli.common.check;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/// RSA keys in DER, as far as their length goes: to have them read by the platform would load its cryptography for
/// each zone with a key of mail in it.
final class RsaKey {

    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;

    private RsaKey() {}

    /// {@return the length of the modulus of a SubjectPublicKeyInfo (RFC 5280 §4.1) or a bare RSAPublicKey (RFC 8017
    /// appendix A.1.1); 0 if the octets are neither}
    static int bits(byte[] der) {
        try {
            var body = whole(ByteBuffer.wrap(der), SEQUENCE);
            if (body.get(body.position()) == SEQUENCE) {
                element(body, SEQUENCE);
                var bits = whole(body, BIT_STRING);
                // No bits are unused at the end of whole octets.
                return bits.get() == 0 ? modulusBits(whole(bits, SEQUENCE)) : 0;
            }
            return modulusBits(body);
        } catch (BufferUnderflowException | IndexOutOfBoundsException _) {
            return 0;
        }
    }

    private static int modulusBits(ByteBuffer key) {
        var modulus = element(key, INTEGER);
        var exponent = whole(key, INTEGER);
        if (!exponent.hasRemaining() || modulus.get(modulus.position()) < 0) {
            return 0;
        }
        while (modulus.hasRemaining() && modulus.get(modulus.position()) == 0) {
            modulus.get();
        }
        if (!modulus.hasRemaining()) {
            return 0;
        }
        int first = modulus.get(modulus.position()) & 0xff;
        return 8 * modulus.remaining() - Integer.numberOfLeadingZeros(first) + 24;
    }

    /// {@return the content of an element that fills the rest}
    private static ByteBuffer whole(ByteBuffer from, int tag) {
        var content = element(from, tag);
        if (from.hasRemaining()) {
            throw new BufferUnderflowException();
        }
        return content;
    }

    /// {@return the content of the next element}
    private static ByteBuffer element(ByteBuffer from, int tag) {
        if (from.get() != tag) {
            throw new BufferUnderflowException();
        }
        int length = from.get() & 0xff;
        if (length >= 0x80) {
            int octets = length - 0x80;
            if (octets == 0 || octets > 3) {
                throw new BufferUnderflowException();
            }
            length = 0;
            for (int i = 0; i < octets; i++) {
                length = length << 8 | from.get() & 0xff;
            }
        }
        if (length > from.remaining()) {
            throw new BufferUnderflowException();
        }
        var content = from.slice(from.position(), length);
        from.position(from.position() + length);
        return content;
    }
}
