package io.github.dnscli.dist.jar;

import java.util.List;
import java.util.function.Supplier;

/// Everything that is rewritten, asked for all it does.
public final class RewrittenSample implements Supplier<List<Object>> {

    /// Makes one.
    public RewrittenSample() {}

    private record Mixed(
            boolean b, byte y, char c, short s, int i, long l, float f, double d, String text) {}

    private record Nothing() {}

    private interface Sign {

        static String of(Number number) {
            return switch (number) {
                case Integer i when i < 0 -> "negative";
                case Long l when l < 0 -> "very negative";
                default -> "positive";
            };
        }
    }

    @Override
    public List<Object> get() {
        var one = new Mixed(true, (byte) 1, 'c', (short) 2, 3, 4L, Float.NaN, -0.0, "text");
        var same = new Mixed(true, (byte) 1, 'c', (short) 2, 3, 4L, Float.NaN, -0.0, "text");
        var zero = new Mixed(true, (byte) 1, 'c', (short) 2, 3, 4L, Float.NaN, 0.0, "text");
        return List.of(
                kind(1),
                kind(20),
                kind("one"),
                kind("other"),
                kind(2L),
                kind(one),
                word("a"),
                word("b"),
                word("c"),
                word("d?"),
                Sign.of(-1),
                Sign.of(-1L),
                Sign.of(1),
                one.equals(same),
                one.equals(zero),
                one.equals((Object) "text"),
                one.hashCode() == same.hashCode(),
                one.toString(),
                new Nothing().equals(new Nothing()),
                new Nothing().hashCode());
    }

    private static String kind(Object value) {
        return switch (value) {
            case Integer number when number > 10 -> "large";
            case Integer _ -> "small";
            case String text when text.equals("one") -> "one";
            case String text -> text;
            case Mixed(_, _, _, _, var i, _, _, _, _) -> "mixed " + i;
            default -> "unknown";
        };
    }

    private static String word(String word) {
        return switch (word) {
            case "a" -> "first";
            case "b" -> "second";
            case String other when other.length() > 1 -> "long";
            case String other -> other;
        };
    }
}
