package io.github.dnscli.common.check;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// The list of configurations for TLS Encrypted Client Hello that `ech` holds (RFC 9848 §3, RFC 9849 §4): whether it is
/// in one piece. Base64 that was cut, or a key in PEM, is what people paste there by mistake.
final class EchConfigurations {

    private static final int VERSION = 0xfe0d;

    private EchConfigurations() {}

    /// {@return what is wrong with a list; the message goes on from its name}
    static Optional<String> problem(byte[] octets) {
        var value = ByteBuffer.wrap(octets);
        try {
            var list = vector(value);
            if (value.hasRemaining()) {
                return Optional.of("goes on behind the end of its list");
            }
            if (!list.hasRemaining()) {
                return Optional.of("lists no configuration");
            }
            while (list.hasRemaining()) {
                int version = list.getShort() & 0xffff;
                var contents = vector(list);
                if (version == VERSION && !isWhole(contents)) {
                    return Optional.of("has a malformed configuration");
                }
            }
            return Optional.empty();
        } catch (BufferUnderflowException _) {
            return Optional.of("ends before its list does");
        }
    }

    /// ECHConfigContents (RFC 9849 §4): key identifier, kind of key, key, cipher suites, longest name, public name,
    /// extensions.
    private static boolean isWhole(ByteBuffer contents) {
        try {
            contents.get();
            contents.getShort();
            boolean key = vector(contents).hasRemaining();
            int suites = vector(contents).remaining();
            contents.get();
            int name = slice(contents, contents.get() & 0xff).remaining();
            var extensions = vector(contents);
            while (extensions.hasRemaining()) {
                extensions.getShort();
                vector(extensions);
            }
            return key && suites > 0 && suites % 4 == 0 && name > 0 && !contents.hasRemaining();
        } catch (BufferUnderflowException _) {
            return false;
        }
    }

    /// {@return the octets behind a length of two octets}
    private static ByteBuffer vector(ByteBuffer from) {
        return slice(from, from.getShort() & 0xffff);
    }

    private static ByteBuffer slice(ByteBuffer from, int length) {
        if (length > from.remaining()) {
            throw new BufferUnderflowException();
        }
        var slice = from.slice(from.position(), length);
        from.position(from.position() + length);
        return slice;
    }
}
