package io.github.dnscli.oserve.torture;

import io.github.dnscli.common.record.Serial;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Settles what git marks as a conflict when both sides have moved the serial.
final class SerialConflict {

    private static final Pattern CONFLICT =
            Pattern.compile("(?ms)^<<<<<<< .*?\\n(.*?)^=======\\n(.*?)^>>>>>>> .*?\\n");

    private SerialConflict() {}

    /// {@return the text with a serial that is newer than both; empty if there is another conflict}
    static Optional<String> settle(String text) {
        var settled = new StringBuilder();
        var conflicts = CONFLICT.matcher(text);
        while (conflicts.find()) {
            String theirs = conflicts.group(1);
            String ours = conflicts.group(2);
            var serials = ZoneText.serials(theirs + ours).toList();
            if (serials.size() != 2 || !alike(theirs, ours)) {
                return Optional.empty();
            }
            String line = ZoneText.withSerial(theirs, newer(serials.getFirst(), serials.getLast()));
            conflicts.appendReplacement(settled, Matcher.quoteReplacement(line));
        }
        return Optional.of(conflicts.appendTail(settled).toString());
    }

    private static boolean alike(String one, String other) {
        var any = new Serial(0);
        return ZoneText.withSerial(one, any).equals(ZoneText.withSerial(other, any));
    }

    private static Serial newer(Serial one, Serial other) {
        return (one.isNewerThan(other) ? one : other).next();
    }
}
