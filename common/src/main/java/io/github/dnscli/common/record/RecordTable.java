package io.github.dnscli.common.record;

import static io.github.dnscli.common.record.NameField.NAME;
import static io.github.dnscli.common.record.NumberField.U16;
import static io.github.dnscli.common.record.NumberField.U32;
import static io.github.dnscli.common.record.NumberField.U8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One row of typed fields per RR type. Text and wire form both follow from the row: a new type is a new row.
///
/// Here are the types of most zones. The others have tables of their own, so that a short run need not make them all:
/// [SecureTypes] and [RareTypes]; and service bindings have a row of their own, since there is much to their parameters.
/// Types of the registry that have no row: NULL, UNSPEC, UINFO, UID and GID, which have no text form, and UNECE and ISO,
/// whose form is not published. Their data is written as `\# length hex`.
final class RecordTable {

    private static final Map<Integer, List<Field>> ROWS = new HashMap<>();

    static {
        hosts();
        texts();
    }

    private RecordTable() {}

    private static void hosts() {
        row("NS", field("name server", NAME));
        row("CNAME", field("canonical name", NAME));
        row("PTR", field("name", NAME));
        row("DNAME", field("target", NAME));
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
        row("MX", field("preference", U16), field("exchange", NAME));
        row("A", field("address", AddressField.IPV4));
        row("AAAA", field("address", AddressField.IPV6));
        row(
                "SRV",
                field("priority", U16),
                field("weight", U16),
                field("port", U16),
                field("target", NAME));
    }

    private static void texts() {
        for (String type : List.of("TXT", "SPF", "AVC", "RESINFO", "WALLET", "NINFO", "CLA")) {
            row(type, field("text", StringField.MANY));
        }
        row(
                "HINFO",
                field("processor", StringField.ONE),
                field("operating system", StringField.ONE));
        row(
                "NAPTR",
                field("order", U16),
                field("preference", U16),
                field("flags", StringField.ONE),
                field("services", StringField.ONE),
                field("regular expression", StringField.ONE),
                field("replacement", NAME));
        for (String type : List.of("TLSA", "SMIMEA")) {
            row(
                    type,
                    field("usage", new SpokenField(SpokenNames.CERTIFICATE_USAGES)),
                    field("selector", new SpokenField(SpokenNames.SELECTORS)),
                    field("matching type", new SpokenField(SpokenNames.MATCHING_TYPES)),
                    field("association data", BinaryField.HEX));
        }
        row(
                "CAA",
                field("flags", U8),
                field("tag", new TagField()),
                field("value", StringField.REST));
    }

    private static void row(String type, Field... fields) {
        ROWS.put(RecordType.parse(type).orElseThrow().value(), List.of(fields));
    }

    private static Field field(String name, FieldKind kind) {
        return new Field(name, kind);
    }

    /// SVCB and HTTPS.
    private static final class ServiceBinding {

        static final List<Field> ROW =
                List.of(
                        field("priority", U16),
                        field("target", NAME),
                        field("parameter", new ParametersField(ParameterKeys.SERVICE)));
    }

    /// {@return the fields of a type; none if its data is opaque to us}
    static List<Field> fields(RecordType type) {
        var row = ROWS.get(type.value());
        if (row != null) {
            return row;
        }
        boolean isBinding = type.equals(RecordType.SVCB) || type.equals(RecordType.HTTPS);
        return isBinding ? ServiceBinding.ROW : SecureTypes.fields(type);
    }

    /// {@return whether there are names in the data of a type}
    static boolean hasNames(RecordType type) {
        for (var field : fields(type)) {
            if (field.kind() instanceof NameField) {
                return true;
            }
        }
        return false;
    }
}
