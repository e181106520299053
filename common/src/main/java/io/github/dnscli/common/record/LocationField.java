package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.math.BigDecimal;

/// A place on earth with its size and precision (RFC 1876 §2, §3).
record LocationField() implements FieldKind {

    private static final long EQUATOR = 1L << 31;
    private static final long SEA_LEVEL_CM = 10_000_000;

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        text.enter("latitude");
        long latitude = angle(text, 90, "N", "S");
        text.enter("longitude");
        long longitude = angle(text, 180, "E", "W");
        text.enter("altitude");
        long altitude = centimetres(text, "-100000", "42849672.95") + SEA_LEVEL_CM;
        wire.u8(0);
        wire.u8(optionalPrecision(text, "size", 0x12));
        wire.u8(optionalPrecision(text, "horizontal precision", 0x16));
        wire.u8(optionalPrecision(text, "vertical precision", 0x13));
        wire.u32(latitude);
        wire.u32(longitude);
        wire.u32(altitude);
    }

    private static long angle(FieldText text, int max, String positive, String negative)
            throws BadField {
        long total = text.number(max) * 3_600_000;
        long unit = 60_000;
        while (true) {
            var token = text.next();
            String word = token.text();
            if (word.equals(positive) || word.equals(negative)) {
                if (total > max * 3_600_000L) {
                    throw text.bad(token, "ends an angle of more than " + max + " degrees");
                }
                return word.equals(positive) ? EQUATOR + total : EQUATOR - total;
            }
            if (unit == 0
                    || !word.matches(
                            unit == 60_000 ? "[0-9]{1,2}" : "[0-9]{1,2}([.][0-9]{0,3})?")) {
                throw text.bad(
                        token, "is not minutes, seconds, '" + positive + "' or '" + negative + "'");
            }
            var value = new BigDecimal(word);
            if (value.compareTo(BigDecimal.valueOf(60)) >= 0) {
                throw text.bad(token, "is not below 60");
            }
            total += value.multiply(BigDecimal.valueOf(unit)).longValueExact();
            unit = unit == 60_000 ? 1000 : 0;
        }
    }

    private static long centimetres(FieldText text, String min, String max) throws BadField {
        var token = text.next();
        String word = token.text();
        if (!word.matches("-?[0-9]{1,8}([.][0-9]{0,2})?m?")) {
            throw text.bad(token, "is not a number of metres");
        }
        var value =
                new BigDecimal(word.endsWith("m") ? word.substring(0, word.length() - 1) : word);
        if (value.compareTo(new BigDecimal(min)) < 0 || value.compareTo(new BigDecimal(max)) > 0) {
            throw text.bad(token, "is not in " + min + ".." + max + " metres");
        }
        return value.movePointRight(2).longValueExact();
    }

    /// One digit and a power of ten, in centimetres (RFC 1876 §2).
    private static int optionalPrecision(FieldText text, String field, int otherwise)
            throws BadField {
        text.enter(field);
        if (!text.hasNext()) {
            return otherwise;
        }
        long digit = centimetres(text, "0", "90000000");
        int power = 0;
        while (digit > 9) {
            digit /= 10;
            power++;
        }
        return (int) digit << 4 | power;
    }

    @Override
    public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        if (wire.u8() != 0) {
            throw new BadField("LOC version is not 0");
        }
        int size = wire.u8();
        int horizontal = wire.u8();
        int vertical = wire.u8();
        printAngle(wire.u32() - EQUATOR, 90, "N", "S", text);
        printAngle(wire.u32() - EQUATOR, 180, "E", "W", text);
        text.append(BigDecimal.valueOf(wire.u32() - SEA_LEVEL_CM, 2)).append("m ");
        text.append(precision(size)).append(' ');
        text.append(precision(horizontal)).append(' ');
        text.append(precision(vertical));
    }

    private static void printAngle(
            long angle, int max, String positive, String negative, StringBuilder text)
            throws BadField {
        long size = Math.abs(angle);
        if (size > max * 3_600_000L) {
            throw new BadField("LOC angle is more than " + max + " degrees");
        }
        text.append(size / 3_600_000).append(' ');
        text.append(size / 60_000 % 60).append(' ');
        text.append(BigDecimal.valueOf(size % 60_000, 3)).append(' ');
        text.append(angle < 0 ? negative : positive).append(' ');
    }

    private static String precision(int octet) throws BadField {
        boolean isZero = octet == 0;
        if (octet >> 4 > 9 || (octet & 15) > 9 || octet >> 4 == 0 && !isZero) {
            throw new BadField("LOC precision is not a digit and a power of ten");
        }
        return BigDecimal.valueOf(octet >> 4).movePointRight((octet & 15) - 2).toPlainString()
                + "m";
    }
}
