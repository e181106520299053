package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Data of any type that fits its row, from a seed: octet by octet, as the fields of the row want them.
final class RandomData {

    private final Random random;
    private final RdataWriter wire = new RdataWriter();

    private RandomData(Random random) {
        this.random = random;
    }

    /// {@return octets of the wire}
    static byte[] of(RecordType type, Random random) {
        var data = new RandomData(random);
        for (var field : RecordTable.fields(type)) {
            data.add(field.kind());
        }
        return data.wire.toBytes();
    }

    private void add(FieldKind kind) {
        switch (kind) {
            case NameField _ -> name();
            case AddressField address -> octets(address == AddressField.IPV4 ? 4 : 16);
            case StringField string -> string(string);
            case BinaryField binary -> binary(binary);
            case TypeField types -> types(types);
            case MnemonicField number -> octets(number.octets());
            case NumberField number -> octets(number.octets());
            case SpokenField _ -> octets(1);
            case KeyFlagsField _ -> octets(2);
            case TimerField _, SignatureTimeField _ -> octets(4);
            case LongField _ -> octets(8);
            case GroupsField groups -> octets(groups.groups() * groups.octets());
            case TagField _ -> counted("issue" + random.nextInt(1000));
            case OptionalField(var optional) -> {
                if (random.nextBoolean()) {
                    add(optional);
                }
            }
            case DashField _ -> octets(random.nextInt(10));
            case NextTypesField _ -> nextTypes();
            case LocationField _ -> location();
            case ParametersField parameters -> parameters(parameters.keys());
            case DelegationField _ -> parameters(ParameterKeys.DELEGATION);
            default -> whole(kind);
        }
    }

    private void whole(FieldKind kind) {
        switch (kind) {
            case ChainedAddressField _ -> chainedAddress();
            case PrefixListField _ -> prefixes();
            case DecimalsField decimals -> {
                counted("3110" + random.nextInt(1000));
                if (decimals == DecimalsField.POSITION) {
                    counted("-12.5");
                    counted("9000");
                }
            }
            case NsapField _ -> octets(random.nextInt(21));
            case AtmAddressField _ -> atmAddress();
            case HostIdentityField _ -> hostIdentity();
            case WellKnownServicesField _ -> {
                octets(5);
                octets(random.nextInt(20));
            }
            case KeyField _ -> {
                octets(4);
                octets(random.nextInt(20));
            }
            case DigestField _ -> octets(6 + random.nextInt(70));
            case IpsecKeyField _ -> {
                octets(1);
                int gateway = random.nextInt(5);
                wire.u8(gateway);
                octets(1);
                gateway(gateway);
                octets(random.nextInt(20));
            }
            case RelayField _ -> {
                octets(1);
                int relay = random.nextInt(5);
                wire.u8(random.nextInt(2) << 7 | relay);
                gateway(relay);
            }
            default ->
                    throw new IllegalArgumentException("no data for fields of " + kind.getClass());
        }
    }

    private void octets(int count) {
        byte[] octets = new byte[count];
        random.nextBytes(octets);
        wire.bytes(octets);
    }

    private void counted(String text) {
        wire.u8(text.length());
        wire.bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void name() {
        var name = random.nextInt(3) == 0 ? DomainName.of("Sub.Example.com") : DomainName.ROOT;
        for (int i = random.nextInt(4); i > 0; i--) {
            var label = new StringBuilder();
            for (int j = 1 + random.nextInt(12); j > 0; j--) {
                label.append("\\%03d".formatted(random.nextInt(256)));
            }
            name = name.child(label.toString());
        }
        wire.bytes(name.wire());
    }

    private void string(StringField kind) {
        int strings = kind == StringField.MANY ? 1 + random.nextInt(3) : 1;
        for (int i = 0; i < strings; i++) {
            int length = random.nextInt(20);
            if (kind != StringField.REST) {
                wire.u8(length);
            }
            octets(length);
        }
    }

    private void binary(BinaryField kind) {
        int length = random.nextInt(40);
        switch (kind) {
            case HEX, BASE64 -> octets(length);
            case SALT -> {
                wire.u8(length);
                octets(length);
            }
            case HASH -> {
                wire.u8(length + 1);
                octets(length + 1);
            }
        }
    }

    private void types(TypeField kind) {
        if (kind == TypeField.ONE) {
            octets(2);
            return;
        }
        for (int window : randomSet(3, 256)) {
            int length = 1 + random.nextInt(32);
            wire.u8(window);
            wire.u8(length);
            octets(length - 1);
            wire.u8(1 + random.nextInt(255));
        }
    }

    private SortedSet<Integer> randomSet(int most, int bound) {
        var numbers = new TreeSet<Integer>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            numbers.add(random.nextInt(bound));
        }
        return numbers;
    }

    private void nextTypes() {
        int length = random.nextInt(17);
        if (length > 0) {
            wire.u8(length == 1 ? 1 + random.nextInt(127) : random.nextInt(128));
        }
        if (length > 1) {
            octets(length - 2);
            wire.u8(1 + random.nextInt(255));
        }
    }

    private void location() {
        wire.u8(0);
        for (int i = 0; i < 3; i++) {
            int digit = random.nextInt(10);
            wire.u8(digit << 4 | (digit == 0 ? 0 : random.nextInt(10)));
        }
        wire.u32((1L << 31) + random.nextInt(-324_000_000, 324_000_001));
        wire.u32((1L << 31) + random.nextInt(-648_000_000, 648_000_001));
        octets(4);
    }

    private void chainedAddress() {
        int prefix = random.nextInt(129);
        wire.u8(prefix);
        if (prefix < 128) {
            wire.u8(random.nextInt(256) & 0xff >> prefix % 8);
            octets(15 - prefix / 8);
        }
        if (prefix > 0) {
            name();
        }
    }

    private void prefixes() {
        for (int i = random.nextInt(4); i > 0; i--) {
            int family = 1 + random.nextInt(3);
            int size = family == 1 ? 4 : 16;
            int length = random.nextInt(size + 1);
            wire.u16(family);
            wire.u8(random.nextInt(8 * size + 1));
            wire.u8(random.nextInt(2) << 7 | length);
            octets(Math.max(0, length - 1));
            if (length > 0) {
                wire.u8(1 + random.nextInt(255));
            }
        }
    }

    private void atmAddress() {
        int format = random.nextInt(3);
        wire.u8(format);
        if (format == 1) {
            wire.bytes(("49" + random.nextInt(1000)).getBytes(StandardCharsets.US_ASCII));
        } else {
            octets(1 + random.nextInt(20));
        }
    }

    private void hostIdentity() {
        int tag = 1 + random.nextInt(20);
        int key = 1 + random.nextInt(40);
        wire.u8(tag);
        octets(1);
        wire.u16(key);
        octets(tag + key);
        for (int i = random.nextInt(3); i > 0; i--) {
            name();
        }
    }

    private void gateway(int kind) {
        switch (kind) {
            case 1 -> octets(4);
            case 2 -> octets(16);
            case 3 -> name();
            default -> {
                // nothing, or nothing that anybody knows
            }
        }
    }

    private void parameters(ParameterKeys keys) {
        var values = new TreeMap<Integer, byte[]>();
        for (int i = random.nextInt(6); i > 0; i--) {
            int key = random.nextInt(4) == 0 ? 13 + random.nextInt(65521) : random.nextInt(13);
            values.put(key, value(keys.value(key)));
        }
        values.forEach(
                (key, value) -> {
                    wire.u16(key);
                    wire.u16(value.length);
                    wire.bytes(value);
                });
    }

    private byte[] value(ParameterValue kind) {
        var value = new RandomData(random);
        switch (kind) {
            case MandatoryValue _ -> {
                value.wire.u16(1 + random.nextInt(5));
                value.wire.u16(6 + random.nextInt(65529));
            }
            case PlainValue plain -> value.plain(plain);
            case AddressesValue addresses ->
                    value.octets(
                            (1 + random.nextInt(3)) * (addresses == AddressesValue.IPV4 ? 4 : 16));
            case NumbersValue _ -> {
                value.wire.u16(random.nextInt(100));
                value.wire.u16(100 + random.nextInt(1000));
            }
            case ListValue list -> value.list(list);
            case NamesValue _ -> {
                value.name();
                value.name();
            }
            default -> throw new IllegalArgumentException("no value for " + kind.getClass());
        }
        return value.wire.toBytes();
    }

    private void plain(PlainValue kind) {
        switch (kind) {
            case NONE -> {
                // nothing
            }
            case OPAQUE -> octets(random.nextInt(20));
            case PORT -> octets(2);
            case CONFIGURATION -> octets(1 + random.nextInt(20));
            case TEMPLATE ->
                    wire.bytes(
                            ("/\u00fc" + random.nextInt() + "{?dns}")
                                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    private void list(ListValue kind) {
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int length = 1 + random.nextInt(10);
            wire.u8(length + 1);
            octets(length);
            wire.u8(i);
            if (kind == ListValue.WEIGHTS) {
                octets(1);
            }
        }
    }
}
