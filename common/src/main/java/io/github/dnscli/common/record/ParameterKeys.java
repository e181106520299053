package io.github.dnscli.common.record;

import java.util.List;

/// A registry of parameter keys, numbered from 0 without gaps: those of SVCB and HTTPS, or those of DELEG. Keys without a
/// name are written `keyNNN`, and their values are opaque (RFC 9460 §2.1).
final class ParameterKeys {

    /// A key with a name.
    record Key(String name, ParameterValue value) {}

    /// Service parameters, as registered at IANA: RFC 9460 §14.3.2, RFC 9461 (dohpath), RFC 9540 (ohttp), RFC 9848 (ech),
    /// RFC 9953 (docpath), and drafts: ietf-tls-key-share-prediction, ietf-intarea-proxy-config (pvd),
    /// johani-dnsop-svcb-oots.
    static final ParameterKeys SERVICE =
            new ParameterKeys(
                    "service parameter",
                    List.of(
                            new Key("alpn", ListValue.PROTOCOLS),
                            new Key("no-default-alpn", PlainValue.NONE),
                            new Key("port", PlainValue.PORT),
                            new Key("ipv4hint", AddressesValue.IPV4),
                            new Key("ech", PlainValue.CONFIGURATION),
                            new Key("ipv6hint", AddressesValue.IPV6),
                            new Key("dohpath", PlainValue.TEMPLATE),
                            new Key("ohttp", PlainValue.NONE),
                            new Key("tls-supported-groups", new NumbersValue()),
                            new Key("docpath", ListValue.PATH),
                            new Key("pvd", PlainValue.NONE),
                            new Key("oots", ListValue.WEIGHTS)));

    /// Delegation parameters (draft-ietf-deleg-12 §8.2.2).
    static final ParameterKeys DELEGATION =
            new ParameterKeys(
                    "delegation parameter",
                    List.of(
                            new Key("server-ipv4", AddressesValue.IPV4),
                            new Key("server-ipv6", AddressesValue.IPV6),
                            new Key("server-name", new NamesValue()),
                            new Key("include-delegparam", new NamesValue())));

    /// Reserved to mean nothing (RFC 9460 §14.3.2).
    static final int INVALID = 0xffff;

    private static final String MANDATORY = "mandatory";

    private final String noun;
    private final List<Key> keys;
    private final ParameterValue mandatory = new MandatoryValue(this);

    /// @param keys those with a name, from number 1
    private ParameterKeys(String noun, List<Key> keys) {
        this.noun = noun;
        this.keys = keys;
    }

    /// {@return what such a parameter is called, for messages}
    String noun() {
        return noun;
    }

    /// {@return the number of a key, or -1 if the text names none; letters are lower-case ones (RFC 9460 §2.1)}
    int number(String name) {
        if (name.equals(MANDATORY)) {
            return 0;
        }
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).name.equals(name)) {
                return i + 1;
            }
        }
        if (!name.matches("key(0|[1-9][0-9]{0,4})")) {
            return -1;
        }
        int number = Integer.parseInt(name.substring(3));
        return number < INVALID ? number : -1;
    }

    String name(int number) {
        return number == 0
                ? MANDATORY
                : number <= keys.size() ? keys.get(number - 1).name : "key" + number;
    }

    ParameterValue value(int number) {
        return number == 0
                ? mandatory
                : number <= keys.size() ? keys.get(number - 1).value : PlainValue.OPAQUE;
    }
}
