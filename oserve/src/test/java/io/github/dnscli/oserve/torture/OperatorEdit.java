package io.github.dnscli.oserve.torture;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Ttl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// What the operator does to the text of a zone in one go, whatever the text has become meanwhile.
sealed interface OperatorEdit {

    /// {@return the text with it done, but for the serial}
    String on(String text);

    /// Says what is to be expected once it is pushed.
    void expect(DomainName zone, Expectations expectations);

    /// A new record, with a comment before and behind it.
    ///
    /// @param number makes its name
    record Add(int number) implements OperatorEdit {
        @Override
        public String on(String text) {
            return ZoneText.withLines(
                    text, "; note %d.\n%s\n".formatted(number, line(number, number)));
        }

        @Override
        public void expect(DomainName zone, Expectations expectations) {
            expectations.comment("; note %d.\n".formatted(number));
            expectations.comment(comment(number));
            expectSet(zone, expectations, number, Optional.of(number));
        }
    }

    /// Another value for such a record.
    ///
    /// @param number makes its name
    /// @param value makes its value
    /// @param before made the value before
    record Change(int number, int value, int before) implements OperatorEdit {
        @Override
        public String on(String text) {
            return text.replaceFirst("(?m)^op%d-.*$".formatted(number), line(number, value));
        }

        @Override
        public void expect(DomainName zone, Expectations expectations) {
            expectations.noComment(comment(before));
            expectations.comment(comment(value));
            expectSet(zone, expectations, number, Optional.of(value));
        }
    }

    /// Such a record goes; the comment before it stays.
    ///
    /// @param number makes its name
    /// @param before made its value
    record Remove(int number, int before) implements OperatorEdit {
        @Override
        public String on(String text) {
            return text.replaceFirst("(?m)^op%d-.*\\n".formatted(number), "");
        }

        @Override
        public void expect(DomainName zone, Expectations expectations) {
            expectations.noComment(comment(before));
            expectSet(zone, expectations, number, Optional.empty());
        }
    }

    /// An alias in place of all that clients have put at a name, or nothing in place of the alias.
    ///
    /// @param place which of the names
    record Contest(int place) implements OperatorEdit {
        @Override
        public String on(String text) {
            String owner = "contested" + place;
            String line = owner + " CNAME ns1 ; so be it\n";
            return text.contains(line)
                    ? text.replace(line, "")
                    : ZoneText.withLines(ZoneText.without(text, owner), line);
        }

        @Override
        public void expect(DomainName zone, Expectations expectations) {
            // Who prevails at these names is left to chance, as long as it is told.
        }
    }

    private static String line(int number, int value) {
        return "op%d- %d TXT \"value-%d\" %s".formatted(number, 60 + value, value, comment(value));
    }

    private static String comment(int value) {
        return "; edit %d.".formatted(value);
    }

    private static void expectSet(
            DomainName zone, Expectations expectations, int number, Optional<Integer> value) {
        var owner = zone.child("op%d-".formatted(number));
        expectations.set(
                new Slot(zone, owner, RecordType.TXT),
                value.map(
                        worth ->
                                new RecordSet(
                                        owner,
                                        RecordType.TXT,
                                        new Ttl(60 + worth),
                                        List.of(RecordData.of(RecordType.TXT, "value-" + worth)))));
    }

    /// Thinks of one edit after the other, for one zone.
    final class Ideas {

        /// A record of the operator's.
        private record Known(int number, int value) {}

        private final List<Known> known = new ArrayList<>();
        private final Random random;

        Ideas(Random random) {
            this.random = random;
        }

        /// {@return the next edit}
        ///
        /// @param value a number that was never used
        OperatorEdit next(int value) {
            int dice = random.nextInt(10);
            if (dice < 2) {
                return new Contest(random.nextInt(ZoneText.CONTESTED));
            }
            if (dice < 6 || known.isEmpty()) {
                known.add(new Known(value, value));
                return new Add(value);
            }
            var old = known.remove(random.nextInt(known.size()));
            if (dice < 8) {
                known.add(new Known(old.number(), value));
                return new Change(old.number(), value, old.value());
            }
            return new Remove(old.number(), old.value());
        }
    }
}
