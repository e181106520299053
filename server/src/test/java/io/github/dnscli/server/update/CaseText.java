package io.github.dnscli.server.update;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Question;
import java.util.Optional;
import java.util.regex.Pattern;

/// The words of a case made into values, for a zone with a serial and a name in it that no other case has used.
///
/// @param zone stands for `@`
/// @param name stands for `$`
/// @param serial is what `{+5}` counts from
record CaseText(DomainName zone, DomainName name, Serial serial) {

    private static final Pattern AHEAD = Pattern.compile("\\{([+-][0-9]+)}");
    private static final long MODULUS = 1L << 32;

    private String filled(String words) {
        var text = words.replace("$", name.toString()).replace("@", zone.toString());
        return AHEAD.matcher(text)
                .replaceAll(
                        found -> {
                            long ahead = Long.parseLong(found.group(1));
                            return Long.toString(Math.floorMod(serial.value() + ahead, MODULUS));
                        });
    }

    /// {@return the record that `OWNER TTL CLASS TYPE [DATA]` means}
    MessageRecord record(String words) {
        String[] parts = filled(words).split("\\s+", 5);
        var type = RecordType.parse(parts[3]).orElseThrow();
        Optional<RecordData> data =
                parts.length == 5 ? Optional.of(RecordData.of(type, parts[4])) : Optional.empty();
        return new MessageRecord(
                DomainName.of(parts[0]),
                type,
                RecordClass.parse(parts[2]).orElseThrow(),
                Long.parseLong(parts[1]),
                data);
    }

    /// {@return the question that `NAME TYPE CLASS` means}
    Question question(String words) {
        String[] parts = filled(words).split("\\s+");
        return new Question(
                DomainName.of(parts[0]),
                RecordType.parse(parts[1]).orElseThrow(),
                RecordClass.parse(parts[2]).orElseThrow());
    }
}
