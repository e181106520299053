package io.github.dnscli.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Spans of time as people type them: `5s`, `500ms`, `1h30m`, `1.5s`; a number alone means seconds.
public final class DurationText {

    private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|[smhdw])");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?");

    private static final Map<String, TemporalUnit> UNITS =
            Map.of(
                    "ms", ChronoUnit.MILLIS,
                    "s", ChronoUnit.SECONDS,
                    "m", ChronoUnit.MINUTES,
                    "h", ChronoUnit.HOURS,
                    "d", ChronoUnit.DAYS,
                    "w", ChronoUnit.WEEKS);

    private DurationText() {}

    /// {@return what a text says}
    public static ParsedDuration parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (SECONDS.matcher(lower).matches()) {
            return new ParsedDuration.Valid(duration(lower, "s"));
        }
        if (lower.isEmpty() || !PART.matcher(lower).replaceAll("").isEmpty()) {
            return new ParsedDuration.Invalid("a span of time looks like 5s, 500ms, 2m or 1h30m");
        }
        return new ParsedDuration.Valid(sum(lower));
    }

    private static Duration sum(String text) {
        return PART.matcher(text)
                .results()
                .map(DurationText::part)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration part(MatchResult part) {
        return duration(part.group(1), part.group(2));
    }

    private static Duration duration(String number, String unit) {
        var size = UNITS.getOrDefault(unit, ChronoUnit.SECONDS).getDuration();
        return Duration.ofNanos(
                new BigDecimal(number).multiply(BigDecimal.valueOf(size.toNanos())).longValue());
    }

    /// {@return the span as people type it, in its largest whole units: `1h30m`}
    public static String print(Duration duration) {
        var text = new StringBuilder();
        append(text, duration.toDays(), "d");
        append(text, duration.toHoursPart(), "h");
        append(text, duration.toMinutesPart(), "m");
        append(text, duration.toSecondsPart(), "s");
        append(text, duration.toMillisPart(), "ms");
        return text.isEmpty() ? "0s" : text.toString();
    }

    private static void append(StringBuilder text, long amount, String unit) {
        if (amount > 0) {
            text.append(amount).append(unit);
        }
    }
}
