package io.github.dnscli.oserve.http;

import java.time.Instant;

/// Writes Prometheus' text format 0.0.4.
public final class PrometheusText {

    /// The media type.
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final String PREFIX = "oserve_";

    private final StringBuilder text = new StringBuilder();
    private String family = "";

    PrometheusText() {}

    /// Begins a family of values that only ever grow while the server runs.
    ///
    /// @param name without `oserve_`
    /// @param help what it is, without a full stop
    public PrometheusText counter(String name, String help) {
        return family(name, "counter", help);
    }

    /// Begins a family of values that come and go.
    ///
    /// @param name without `oserve_`
    /// @param help what it is, without a full stop
    public PrometheusText gauge(String name, String help) {
        return family(name, "gauge", help);
    }

    private PrometheusText family(String name, String type, String help) {
        family = PREFIX + name;
        text.append("# HELP ").append(family).append(' ').append(escaped(help)).append('\n');
        text.append("# TYPE ").append(family).append(' ').append(type).append('\n');
        return this;
    }

    /// Writes a value of the family.
    ///
    /// @param labels names and values of labels, in turn
    public PrometheusText value(long value, String... labels) {
        text.append(family);
        for (int i = 0; i < labels.length; i += 2) {
            text.append(i == 0 ? '{' : ',')
                    .append(labels[i])
                    .append("=\"")
                    .append(escaped(labels[i + 1]).replace("\"", "\\\""))
                    .append('"');
        }
        text.append(labels.length == 0 ? " " : "} ").append(value).append('\n');
        return this;
    }

    /// Writes a time of the family, in seconds since 1970.
    public PrometheusText time(Instant time, String... labels) {
        return value(time.getEpochSecond(), labels);
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
