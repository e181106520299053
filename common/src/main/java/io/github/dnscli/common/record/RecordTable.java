package io.github.dnscli.common.record;

import static io.github.dnscli.common.record.NameField.NAME;
import static io.github.dnscli.common.record.NumberField.ALGORITHM;
import static io.github.dnscli.common.record.NumberField.U16;
import static io.github.dnscli.common.record.NumberField.U32;
import static io.github.dnscli.common.record.NumberField.U8;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One row of typed fields per RR type. Text and wire form both follow from the row: a new type is a new row.
final class RecordTable {

    /// Types up to here are found by index, since the road of a large zone asks for each record.
    private static final int COMMON = 512;

    private static final List<List<Field>> COMMON_ROWS =
            new ArrayList<>(Collections.nCopies(COMMON, List.of()));
    private static final Map<Integer, List<Field>> ROWS = new HashMap<>();
    private static final BitSet WITH_NAMES = new BitSet();

    static {
        row("A", field("address", AddressField.IPV4));
        row("NS", field("name server", NAME));
        row("CNAME", field("canonical name", NAME));
        row(
                "SOA",
                field("primary server", NAME),
                field("mailbox", NAME),
                field("serial", U32),
                field("refresh", new TimerField()),
                field("retry", new TimerField()),
                field("expire", new TimerField()),
                field("minimum", new TimerField()));
        row("PTR", field("name", NAME));
        row(
                "HINFO",
                field("processor", StringField.ONE),
                field("operating system", StringField.ONE));
        row("MX", field("preference", U16), field("exchange", NAME));
        row("TXT", field("text", StringField.MANY));
        row("SPF", field("text", StringField.MANY));
        row("AVC", field("text", StringField.MANY));
        row("RESINFO", field("text", StringField.MANY));
        row("WALLET", field("text", StringField.MANY));
        row("RP", field("mailbox", NAME), field("text owner", NAME));
        row("AFSDB", field("subtype", U16), field("host", NAME));
        row("RT", field("preference", U16), field("host", NAME));
        row("KX", field("preference", U16), field("exchanger", NAME));
        row("AAAA", field("address", AddressField.IPV6));
        row("LOC", field("location", new LocationField()));
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
        row(
                "CERT",
                field("certificate type", NumberField.CERTIFICATE_TYPE),
                field("key tag", U16),
                field("algorithm", ALGORITHM),
                field("certificate", BinaryField.BASE64));
        row("DNAME", field("target", NAME));
        for (String type : List.of("DS", "CDS", "DLV", "TA")) {
            row(
                    type,
                    field("key tag", U16),
                    field("algorithm", ALGORITHM),
                    field("digest type", U8),
                    field("digest", BinaryField.HEX));
        }
        row(
                "SSHFP",
                field("algorithm", U8),
                field("fingerprint type", U8),
                field("fingerprint", BinaryField.HEX));
        row(
                "RRSIG",
                field("type covered", TypeField.ONE),
                field("algorithm", ALGORITHM),
                field("labels", U8),
                field("original TTL", new TimerField()),
                field("expiration", new SignatureTimeField()),
                field("inception", new SignatureTimeField()),
                field("key tag", U16),
                field("signer", NAME),
                field("signature", BinaryField.BASE64));
        row("NSEC", field("next name", NAME), field("types", TypeField.BITMAP));
        for (String type : List.of("DNSKEY", "CDNSKEY", "KEY")) {
            row(
                    type,
                    field("flags", U16),
                    field("protocol", U8),
                    field("algorithm", ALGORITHM),
                    field("public key", BinaryField.BASE64));
        }
        row("DHCID", field("digest", BinaryField.BASE64));
        row(
                "NSEC3",
                field("hash algorithm", U8),
                field("flags", U8),
                field("iterations", U16),
                field("salt", BinaryField.SALT),
                field("next hash", BinaryField.HASH),
                field("types", TypeField.BITMAP));
        row(
                "NSEC3PARAM",
                field("hash algorithm", U8),
                field("flags", U8),
                field("iterations", U16),
                field("salt", BinaryField.SALT));
        for (String type : List.of("TLSA", "SMIMEA")) {
            row(
                    type,
                    field("usage", U8),
                    field("selector", U8),
                    field("matching type", U8),
                    field("association data", BinaryField.HEX));
        }
        row("OPENPGPKEY", field("key", BinaryField.BASE64));
        row("CSYNC", field("serial", U32), field("flags", U16), field("types", TypeField.BITMAP));
        row(
                "ZONEMD",
                field("serial", U32),
                field("scheme", U8),
                field("hash algorithm", U8),
                field("digest", BinaryField.HEX));
        for (String type : List.of("SVCB", "HTTPS")) {
            row(
                    type,
                    field("priority", U16),
                    field("target", NAME),
                    field("parameter", new ServiceParametersField()));
        }
        row("NID", field("preference", U16), field("node id", new GroupsField(4, 2, ":")));
        row("L32", field("preference", U16), field("locator", AddressField.IPV4));
        row("L64", field("preference", U16), field("locator", new GroupsField(4, 2, ":")));
        row("LP", field("preference", U16), field("name", NAME));
        row("EUI48", field("address", new GroupsField(6, 1, "-")));
        row("EUI64", field("address", new GroupsField(8, 1, "-")));
        row("URI", field("priority", U16), field("weight", U16), field("target", StringField.REST));
        row(
                "CAA",
                field("flags", U8),
                field("tag", StringField.TAG),
                field("value", StringField.REST));
    }

    private RecordTable() {}

    private static void row(String type, Field... fields) {
        int value = RecordType.parse(type).orElseThrow().value();
        var row = List.of(fields);
        ROWS.put(value, row);
        if (value < COMMON) {
            COMMON_ROWS.set(value, row);
        }
        WITH_NAMES.set(value, row.stream().anyMatch(field -> field.kind() instanceof NameField));
    }

    private static Field field(String name, FieldKind kind) {
        return new Field(name, kind);
    }

    /// {@return the fields of a type; none if its data is opaque to us}
    static List<Field> fields(RecordType type) {
        return type.value() < COMMON
                ? COMMON_ROWS.get(type.value())
                : ROWS.getOrDefault(type.value(), List.of());
    }

    /// {@return whether there are names in the data of a type}
    static boolean hasNames(RecordType type) {
        return WITH_NAMES.get(type.value());
    }
}
