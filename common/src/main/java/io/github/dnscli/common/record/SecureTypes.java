package io.github.dnscli.common.record;

import static io.github.dnscli.common.record.KeyFlagsField.KEY_FLAGS;
import static io.github.dnscli.common.record.MnemonicField.ALGORITHM;
import static io.github.dnscli.common.record.NameField.NAME;
import static io.github.dnscli.common.record.NumberField.U16;
import static io.github.dnscli.common.record.NumberField.U32;
import static io.github.dnscli.common.record.NumberField.U8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rows of types that keys, signatures and delegations are made of.
final class SecureTypes {

    private static final Map<Integer, List<Field>> ROWS = new HashMap<>();

    static {
        keys();
        signatures();
        delegations();
    }

    private SecureTypes() {}

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
        row(
                "CERT",
                field("certificate type", MnemonicField.CERTIFICATE_TYPE),
                field("key tag", U16),
                field("algorithm", ALGORITHM),
                field("certificate", BinaryField.BASE64));
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
    }

    private static void row(String type, Field... fields) {
        ROWS.put(RecordType.parse(type).orElseThrow().value(), List.of(fields));
    }

    private static Field field(String name, FieldKind kind) {
        return new Field(name, kind);
    }

    /// {@return the fields of a type; none if its data is opaque to us}
    static List<Field> fields(RecordType type) {
        var row = ROWS.get(type.value());
        return row == null ? RareTypes.fields(type) : row;
    }
}
