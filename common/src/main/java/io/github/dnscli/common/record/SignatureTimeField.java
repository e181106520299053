package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/// When a signature begins or ends: `YYYYMMDDHHmmSS` in UTC, or seconds since 1970 (RFC 4034 §3.2).
record SignatureTimeField() implements FieldKind {

    /// Made when the first time is read: zones with keys alone have none.
    private static final class Calendar {

        static final DateTimeFormatter FORMAT =
                DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT)
                        .withResolverStyle(ResolverStyle.STRICT);
    }

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        var token = text.next();
        if (token.length() != 14) {
            text.back();
            wire.u32(text.number(0xffff_ffffL));
            return;
        }
        try {
            long seconds =
                    LocalDateTime.parse(token.text(), Calendar.FORMAT)
                            .toEpochSecond(ZoneOffset.UTC);
            if (seconds < 0 || seconds > 0xffff_ffffL) {
                throw text.bad(token, "is not a time from 1970 to 2106");
            }
            wire.u32(seconds);
        } catch (DateTimeException _) {
            throw text.bad(token, "is not a time of the form YYYYMMDDHHmmSS");
        }
    }

    @Override
    public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        text.append(
                Calendar.FORMAT.format(Instant.ofEpochSecond(wire.u32()).atOffset(ZoneOffset.UTC)));
    }
}
