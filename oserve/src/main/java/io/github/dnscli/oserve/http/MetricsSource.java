package io.github.dnscli.oserve.http;

/// A part of a server that has something of its own to tell in its metrics.
@FunctionalInterface
public interface MetricsSource {

    /// Tells nothing.
    MetricsSource NONE = _ -> {};

    /// Writes families of values.
    void write(PrometheusText text);
}
