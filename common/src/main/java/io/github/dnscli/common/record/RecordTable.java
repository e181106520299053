package io.github.dnscli.common.record;

import static io.github.dnscli.common.record.KeyFlagsField.KEY_FLAGS;
import static io.github.dnscli.common.record.MnemonicField.ALGORITHM;
import static io.github.dnscli.common.record.NameField.NAME;
import static io.github.dnscli.common.record.NumberField.U16;
import static io.github.dnscli.common.record.NumberField.U32;
import static io.github.dnscli.common.record.NumberField.U8;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One row of typed fields per RR type. Text and wire form both follow from the row: a new type is a new row.
///
/// Types in the registry that have none: NULL, UNSPEC, UINFO, UID and GID, which have no text of their own, and UNECE and
/// ISO, whose text is not published. Their data is written as `\# length hex`.
final class RecordTable {

    /// Most types have low numbers, and are looked up without a hash.
    private static final List<List<Field>> LOW =
            new ArrayList<>(Collections.nCopies(512, List.of()));

    private static final Map<Integer, List<Field>> HIGH = new HashMap<>();
    private static final BitSet WITH_NAMES = new BitSet();

    static {
        names();
        mail();
        strings();
        addresses();
        places();
        services();
        parameters();
        keys();
        signatures();
        delegations();
        certificates();
        identities();
        gateways();
        experiments();
    }

    private RecordTable() {}

    private static void names() {
        row("NS", field("name server", NAME));
        row("CNAME", field("canonical name", NAME));
        row("PTR", field("name", NAME));
        row("DNAME", field("target", NAME));
        row("NSAP-PTR", field("name", NAME));
        row(
                "SOA",
                field("primary server", NAME),
                field("mailbox", NAME),
                field("serial", U32),
                field("refresh", new TimerField()),
                field("retry", new TimerField()),
                field("expire", new TimerField()),
                field("minimum", new TimerField()));
        row("RP", field("mailbox", NAME), field("text owner", NAME));
    }

    private static void mail() {
        row("MX", field("preference", U16), field("exchange", NAME));
        row("MD", field("host", NAME));
        row("MF", field("host", NAME));
        row("MB", field("host", NAME));
        row("MG", field("mailbox", NAME));
        row("MR", field("new name", NAME));
        row("MINFO", field("responsible mailbox", NAME), field("error mailbox", NAME));
        row("PX", field("preference", U16), field("RFC 822 name", NAME), field("X.400 name", NAME));
    }

    private static void strings() {
        for (String type : List.of("TXT", "SPF", "AVC", "RESINFO", "WALLET", "NINFO", "CLA")) {
            row(type, field("text", StringField.MANY));
        }
        row(
                "HINFO",
                field("processor", StringField.ONE),
                field("operating system", StringField.ONE));
        row("X25", field("address", DecimalsField.NETWORK_ADDRESS));
        row(
                "ISDN",
                field("address", StringField.ONE),
                field("subaddress", new OptionalField(StringField.ONE)));
    }

    private static void addresses() {
        row("A", field("address", AddressField.IPV4));
        row("AAAA", field("address", AddressField.IPV6));
        row("A6", field("address", new ChainedAddressField()));
        row("APL", field("prefix", new PrefixListField()));
        row("NSAP", field("address", new NsapField()));
        row("ATMA", field("address", new AtmAddressField()));
        row("EID", field("identifier", BinaryField.HEX));
        row("NIMLOC", field("locator", BinaryField.HEX));
        row("NID", field("preference", U16), field("node id", new GroupsField(4, 2, ":")));
        row("L32", field("preference", U16), field("locator", AddressField.IPV4));
        row("L64", field("preference", U16), field("locator", new GroupsField(4, 2, ":")));
        row("LP", field("preference", U16), field("name", NAME));
        row("EUI48", field("address", new GroupsField(6, 1, "-")));
        row("EUI64", field("address", new GroupsField(8, 1, "-")));
        row("IPN", field("node number", new LongField()));
    }

    private static void places() {
        row("LOC", field("location", new LocationField()));
        row("GPOS", field("position", DecimalsField.POSITION));
    }

    private static void services() {
        row("AFSDB", field("subtype", U16), field("host", NAME));
        row("RT", field("preference", U16), field("host", NAME));
        row("KX", field("preference", U16), field("exchanger", NAME));
        row("WKS", field("services", new WellKnownServicesField()));
        row(
                "SRV",
                field("priority", U16),
                field("weight", U16),
                field("port", U16),
                field("target", NAME));
        row(
                "NAPTR",
                field("order", U16),
                field("preference", U16),
                field("flags", StringField.ONE),
                field("services", StringField.ONE),
                field("regular expression", StringField.ONE),
                field("replacement", NAME));
        row("URI", field("priority", U16), field("weight", U16), field("target", StringField.REST));
    }

    private static void parameters() {
        for (String type : List.of("SVCB", "HTTPS")) {
            row(
                    type,
                    field("priority", U16),
                    field("target", NAME),
                    field("parameter", new ParametersField(ParameterKeys.SERVICE)));
        }
        row("DELEG", field("parameter", new DelegationField()));
    }

    private static void keys() {
        for (String type : List.of("DNSKEY", "CDNSKEY", "RKEY")) {
            row(
                    type,
                    field("flags", KEY_FLAGS),
                    field("protocol", MnemonicField.KEY_PROTOCOL),
                    field("algorithm", ALGORITHM),
                    field("public key", BinaryField.BASE64));
        }
        row("KEY", field("key", new KeyField()));
        row("OPENPGPKEY", field("key", BinaryField.BASE64));
        row("DHCID", field("digest", BinaryField.BASE64));
        row("SSHFP", field("fingerprint", DigestField.SSH_KEY));
    }

    private static void signatures() {
        for (String type : List.of("RRSIG", "SIG")) {
            row(
                    type,
                    field("type covered", TypeField.ONE),
                    field("algorithm", ALGORITHM),
                    field("labels", U8),
                    field("original TTL", U32),
                    field("expiration", new SignatureTimeField()),
                    field("inception", new SignatureTimeField()),
                    field("key tag", U16),
                    field("signer", NAME),
                    field("signature", BinaryField.BASE64));
        }
        row("NSEC", field("next name", NAME), field("types", TypeField.BITMAP));
        row("NXT", field("next name", NAME), field("types", new NextTypesField()));
        row(
                "NSEC3",
                field("hash algorithm", MnemonicField.NSEC3_HASH),
                field("flags", U8),
                field("iterations", U16),
                field("salt", BinaryField.SALT),
                field("next hash", BinaryField.HASH),
                field("types", TypeField.BITMAP));
        row(
                "NSEC3PARAM",
                field("hash algorithm", MnemonicField.NSEC3_HASH),
                field("flags", U8),
                field("iterations", U16),
                field("salt", BinaryField.SALT));
    }

    private static void delegations() {
        for (String type : List.of("DS", "CDS", "DLV", "TA")) {
            row(type, field("digest", DigestField.DELEGATION_SIGNER));
        }
        row("CSYNC", field("serial", U32), field("flags", U16), field("types", TypeField.BITMAP));
        row("ZONEMD", field("digest", DigestField.ZONE_DIGEST));
        row("TALINK", field("previous name", NAME), field("next name", NAME));
        row(
                "DSYNC",
                field("type", TypeField.ONE),
                field("scheme", MnemonicField.DSYNC_SCHEME),
                field("port", U16),
                field("target", NAME));
    }

    private static void certificates() {
        row(
                "CERT",
                field("certificate type", MnemonicField.CERTIFICATE_TYPE),
                field("key tag", U16),
                field("algorithm", ALGORITHM),
                field("certificate", BinaryField.BASE64));
        for (String type : List.of("TLSA", "SMIMEA")) {
            row(
                    type,
                    field("usage", new SpokenField(Mnemonics.CERTIFICATE_USAGES)),
                    field("selector", new SpokenField(Mnemonics.SELECTORS)),
                    field("matching type", new SpokenField(Mnemonics.MATCHING_TYPES)),
                    field("association data", BinaryField.HEX));
        }
        row(
                "CAA",
                field("flags", U8),
                field("tag", new TagField()),
                field("value", StringField.REST));
    }

    private static void identities() {
        row("HIP", field("host identity", new HostIdentityField()));
        row("HHIT", field("tag", BinaryField.BASE64));
        row("BRID", field("identification", BinaryField.BASE64));
    }

    private static void gateways() {
        row("IPSECKEY", field("key", new IpsecKeyField()));
        row("AMTRELAY", field("relay", new RelayField()));
    }

    private static void experiments() {
        row(
                "SINK",
                field("meaning", U8),
                field("coding", U8),
                field("subcoding", U8),
                field("data", new OptionalField(BinaryField.BASE64)));
        row(
                "DOA",
                field("enterprise", U32),
                field("type", U32),
                field("location", U8),
                field("media type", StringField.ONE),
                field("data", new DashField()));
    }

    private static void row(String type, Field... fields) {
        int value = RecordType.parse(type).orElseThrow().value();
        if (value < LOW.size()) {
            LOW.set(value, List.of(fields));
        } else {
            HIGH.put(value, List.of(fields));
        }
        WITH_NAMES.set(
                value, Stream.of(fields).anyMatch(field -> field.kind() instanceof NameField));
    }

    private static Field field(String name, FieldKind kind) {
        return new Field(name, kind);
    }

    /// {@return the fields of a type; none if its data is opaque to us}
    static List<Field> fields(RecordType type) {
        int value = type.value();
        return value < LOW.size() ? LOW.get(value) : HIGH.getOrDefault(value, List.of());
    }

    /// {@return whether there are names in the data of a type}
    static boolean hasNames(RecordType type) {
        return WITH_NAMES.get(type.value());
    }
}
