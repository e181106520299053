package io.github.dnscli.oserve.http;

/// What parts of a server tell in their metrics.
public final class Texts {

    private Texts() {}

    /// {@return what a part tells}
    public static String of(MetricsSource source) {
        var text = new PrometheusText();
        source.write(text);
        return text.toString();
    }
}
