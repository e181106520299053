package io.github.dnscli.common.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The values of single service parameters, by key (RFC 9460 §7, §14.3.2; RFC 9461; RFC 9540).
final class ServiceParameter {

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

    private ServiceParameter() {}

    /// {@return the number of a key, or -1 if the text names none}
    static int key(String name) {
        int known = NAMES.indexOf(name.toLowerCase(Locale.ROOT));
        if (known >= 0 || !name.matches("key(0|[1-9][0-9]{0,4})")) {
            return known;
        }
        int number = Integer.parseInt(name.substring(3));
        return number > 0xfffe ? -1 : number;
    }

    static String name(int key) {
        return key < NAMES.size() ? NAMES.get(key) : "key" + key;
    }

    /// {@return the wire form of a value}
    ///
    /// @param given whether there was an equals sign
    /// @param value the octets behind it, zone-file escapes read
    /// @throws IllegalArgumentException if the value does not fit the key; the message goes on from the parameter
    static byte[] encode(int key, boolean given, byte[] value) {
        String text = new String(value, StandardCharsets.ISO_8859_1);
        switch (key) {
            case 2, 8 -> require(!given, "takes no value");
            case 0, 1, 3, 4, 5, 6, 7 -> require(value.length > 0, "wants a value");
            default -> {
                return value;
            }
        }
        var wire = new RdataWriter();
        switch (key) {
            case 0 -> mandatory(text, wire);
            case 1 -> protocols(text, wire);
            case 3 -> wire.u16(port(text));
            case 4 -> addresses(text, AddressField.IPV4, wire);
            case 5 -> wire.bytes(configuration(text));
            case 6 -> addresses(text, AddressField.IPV6, wire);
            default -> wire.bytes(value);
        }
        return wire.toBytes();
    }

    /// {@return octets that have been found to fit the key}
    ///
    /// @throws IllegalArgumentException if they do not; the message goes on from the parameter
    static byte[] checked(int key, byte[] value) {
        var _ = text(key, value);
        return value;
    }

    private static void addresses(String text, AddressField family, RdataWriter wire) {
        for (String address : text.split(",", -1)) {
            try {
                wire.bytes(family.read(address));
            } catch (IllegalArgumentException _) {
                throw new IllegalArgumentException(
                        "lists '" + address + "', which is not " + family.description());
            }
        }
    }

    private static byte[] configuration(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException("is not base64");
        }
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(problem);
        }
    }

    private static void mandatory(String text, RdataWriter wire) {
        var keys = new TreeSet<Integer>();
        for (String name : text.split(",", -1)) {
            int key = key(name);
            require(key > 0 && keys.add(key), "lists '" + name + "', which it may not");
        }
        keys.forEach(wire::u16);
    }

    private static int port(String text) {
        require(text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 0xffff, "is not a port");
        return Integer.parseInt(text);
    }

    /// Commas part protocol names; a backslash makes the next character part of a name (RFC 9460 appendix A.1).
    private static void protocols(String text, RdataWriter wire) {
        var names = new ArrayList<String>();
        var name = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                name.append(text.charAt(++i));
            } else if (c == ',') {
                names.add(name.toString());
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        names.add(name.toString());
        for (String protocol : names) {
            require(
                    !protocol.isEmpty() && protocol.length() <= 255,
                    "lists a protocol of 0 or over 255 octets");
            wire.u8(protocol.length());
            wire.bytes(protocol.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /// {@return the parameter in presentation format}
    ///
    /// @throws IllegalArgumentException if the octets do not fit the key
    static String text(int key, byte[] value) {
        require(key != 0xffff, "is not a key (RFC 9460 §14.3.2)");
        String name = name(key);
        return switch (key) {
            case 0 -> name + "=" + mandatoryText(value);
            case 1 ->
                    name + "=" + quoted(protocolsText(value).getBytes(StandardCharsets.ISO_8859_1));
            case 2, 8 -> {
                require(value.length == 0, "has a value");
                yield name;
            }
            case 3 -> {
                require(value.length == 2, "is not two octets");
                yield name + "=" + ((value[0] & 0xff) << 8 | value[1] & 0xff);
            }
            case 4 -> name + "=" + addresses(value, 4);
            case 5 -> {
                require(value.length > 0, "is empty");
                yield name + "=" + Base64.getEncoder().encodeToString(value);
            }
            case 6 -> name + "=" + addresses(value, 16);
            case 7 -> {
                require(value.length > 0, "is empty");
                yield name + "=" + quoted(value);
            }
            default -> value.length == 0 ? name : name + "=" + quoted(value);
        };
    }

    private static String mandatoryText(byte[] value) {
        require(value.length > 0 && value.length % 2 == 0, "is not a list of keys");
        int[] keys =
                IntStream.range(0, value.length / 2)
                        .map(i -> (value[2 * i] & 0xff) << 8 | value[2 * i + 1] & 0xff)
                        .toArray();
        for (int i = 0; i < keys.length; i++) {
            boolean ascends = keys[i] > (i == 0 ? 0 : keys[i - 1]) && keys[i] < 0xffff;
            require(ascends, "is not an ascending list of other keys");
        }
        return Arrays.stream(keys)
                .mapToObj(ServiceParameter::name)
                .collect(Collectors.joining(","));
    }

    private static String protocolsText(byte[] value) {
        var names = new ArrayList<String>();
        for (int at = 0; at < value.length; at += (value[at] & 0xff) + 1) {
            int length = value[at] & 0xff;
            require(length > 0 && at + length < value.length, "is not a list of protocols");
            var name = new String(value, at + 1, length, StandardCharsets.ISO_8859_1);
            names.add(name.replace("\\", "\\\\").replace(",", "\\,"));
        }
        require(!names.isEmpty(), "is empty");
        return String.join(",", names);
    }

    private static String addresses(byte[] value, int size) {
        require(value.length > 0 && value.length % size == 0, "is not a list of addresses");
        return IntStream.range(0, value.length / size)
                .mapToObj(
                        i -> AddressField.text(Arrays.copyOfRange(value, i * size, (i + 1) * size)))
                .collect(Collectors.joining(","));
    }

    private static String quoted(byte[] octets) {
        var text = new StringBuilder();
        StringField.quote(octets, text);
        return text.toString();
    }
}
