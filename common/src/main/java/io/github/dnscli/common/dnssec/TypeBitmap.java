package io.github.dnscli.common.dnssec;

import io.github.dnscli.common.record.RecordType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// The types that an NSEC or NSEC3 record says there are (RFC 4034 §4.1.2).
public final class TypeBitmap {

    private final int[] types;

    private TypeBitmap(int[] types) {
        this.types = types;
    }

    /// {@return the bitmap of some types}
    public static TypeBitmap of(Collection<RecordType> types) {
        return new TypeBitmap(
                types.stream().mapToInt(RecordType::value).sorted().distinct().toArray());
    }

    /// {@return the bitmap that begins at an offset of well-formed octets and goes on to their end}
    static TypeBitmap ofWire(byte[] octets, int start) {
        int[] types = new int[(octets.length - start) * 8];
        int count = 0;
        for (int at = start; at + 1 < octets.length; ) {
            int window = (octets[at] & 0xff) << 8;
            int length = octets[at + 1] & 0xff;
            for (int i = 0; i < length * 8; i++) {
                if ((octets[at + 2 + i / 8] & 0x80 >> i % 8) != 0) {
                    types[count++] = window | i;
                }
            }
            at += 2 + length;
        }
        return new TypeBitmap(Arrays.copyOf(types, count));
    }

    /// {@return the types that this bitmap has and the other has not}
    public List<RecordType> without(TypeBitmap other) {
        var only = new ArrayList<RecordType>();
        for (int type : types) {
            if (Arrays.binarySearch(other.types, type) < 0) {
                only.add(new RecordType(type));
            }
        }
        return only;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof TypeBitmap other && Arrays.equals(types, other.types);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(types);
    }

    /// {@return the mnemonics}
    @Override
    public String toString() {
        return String.join(
                " ", Arrays.stream(types).mapToObj(t -> new RecordType(t).toString()).toList());
    }
}
