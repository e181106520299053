package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The data of an SVCB or HTTPS record (RFC 9460 §2.2). That keys ascend and values fit their keys has been seen to when
/// the data was read.
final class ServiceBinding {

    static final int MANDATORY = 0;
    static final int ALPN = 1;
    static final int NO_DEFAULT_ALPN = 2;
    static final int ECH = 5;
    static final int DOHPATH = 7;

    /// The names of the first keys, for messages.
    private static final List<String> NAMES =
            List.of(
                    "mandatory",
                    "alpn",
                    "no-default-alpn",
                    "port",
                    "ipv4hint",
                    "ech",
                    "ipv6hint",
                    "dohpath",
                    "ohttp");

    private final int priority;
    private final TreeMap<Integer, byte[]> parameters = new TreeMap<>();

    private ServiceBinding(RecordData data) {
        var wire = ByteBuffer.wrap(data.wire());
        priority = wire.getShort() & 0xffff;
        var target = DomainName.ofWire(wire.array(), wire.position(), wire.limit());
        wire.position(wire.position() + target.wireLength());
        while (wire.hasRemaining()) {
            int key = wire.getShort() & 0xffff;
            byte[] value = new byte[wire.getShort() & 0xffff];
            wire.get(value);
            parameters.put(key, value);
        }
    }

    static ServiceBinding of(RecordData data) {
        return new ServiceBinding(data);
    }

    /// {@return whether it only says where the service is described (RFC 9460 §2.4.2)}
    boolean isAlias() {
        return priority == 0;
    }

    /// {@return whether it has any parameters}
    boolean hasParameters() {
        return !parameters.isEmpty();
    }

    boolean has(int key) {
        return parameters.containsKey(key);
    }

    Optional<byte[]> value(int key) {
        return Optional.ofNullable(parameters.get(key));
    }

    /// {@return the first parameter that clients are to understand and that is not there, by name (RFC 9460 §8)}
    Optional<String> absentMandatory() {
        var keys = ByteBuffer.wrap(parameters.getOrDefault(MANDATORY, new byte[0]));
        while (keys.remaining() > 1) {
            int key = keys.getShort() & 0xffff;
            if (!has(key)) {
                return Optional.of(key < NAMES.size() ? NAMES.get(key) : "key" + key);
            }
        }
        return Optional.empty();
    }

    /// {@return the protocols offered besides the default (RFC 9460 §7.1)}
    List<String> protocols() {
        var protocols = new ArrayList<String>();
        byte[] list = parameters.getOrDefault(ALPN, new byte[0]);
        for (int at = 0; at < list.length; at += 1 + (list[at] & 0xff)) {
            protocols.add(new String(list, at + 1, list[at] & 0xff, StandardCharsets.ISO_8859_1));
        }
        return protocols;
    }
}
