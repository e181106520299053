package io.github.dnscli.common.record;

import static io.github.dnscli.common.record.NameField.NAME;
import static io.github.dnscli.common.record.NumberField.U16;
import static io.github.dnscli.common.record.NumberField.U32;
import static io.github.dnscli.common.record.NumberField.U8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rows of types that few zones have, or new ones.
final class RareTypes {

    private static final Map<Integer, List<Field>> ROWS = new HashMap<>();

    static {
        names();
        mail();
        strings();
        addresses();
        places();
        services();
        signatures();
        delegations();
        identities();
        gateways();
        experiments();
    }

    private RareTypes() {}

    private static void names() {
        row("NSAP-PTR", field("name", NAME));
    }

    private static void mail() {
        row("MD", field("host", NAME));
        row("MF", field("host", NAME));
        row("MB", field("host", NAME));
        row("MG", field("mailbox", NAME));
        row("MR", field("new name", NAME));
        row("MINFO", field("responsible mailbox", NAME), field("error mailbox", NAME));
        row("PX", field("preference", U16), field("RFC 822 name", NAME), field("X.400 name", NAME));
    }

    private static void strings() {
        row("X25", field("address", DecimalsField.NETWORK_ADDRESS));
        row(
                "ISDN",
                field("address", StringField.ONE),
                field("subaddress", new OptionalField(StringField.ONE)));
    }

    private static void addresses() {
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
        row("URI", field("priority", U16), field("weight", U16), field("target", StringField.REST));
    }

    private static void signatures() {
        row("NXT", field("next name", NAME), field("types", new NextTypesField()));
    }

    private static void delegations() {
        row("DELEG", field("parameter", new DelegationField()));
        row(
                "DSYNC",
                field("type", TypeField.ONE),
                field("scheme", MnemonicField.DSYNC_SCHEME),
                field("port", U16),
                field("target", NAME));
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
        ROWS.put(RecordType.parse(type).orElseThrow().value(), List.of(fields));
    }

    private static Field field(String name, FieldKind kind) {
        return new Field(name, kind);
    }

    /// {@return the fields of a type; none if its data is opaque to us}
    static List<Field> fields(RecordType type) {
        return ROWS.getOrDefault(type.value(), List.of());
    }
}
