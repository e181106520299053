package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.Certifier;
import io.github.dnscli.certifier.CertifierEvent;
import io.github.dnscli.certifier.CertifierParts;
import io.github.dnscli.certifier.ZoneSource;
import io.github.dnscli.certifier.authority.CertificateAuthority;
import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.oserve.http.MetricsSource;
import io.github.dnscli.oserve.http.PrometheusText;
import io.github.dnscli.oserve.log.CertifierWords;
import io.github.dnscli.oserve.log.Log;
import io.github.dnscli.oserve.log.LogEvent;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A certifier at work, wherever its zones come from: it passes when they change, and tells what happens.
final class RunningCertifier implements MetricsSource, AutoCloseable {

    private final Certifier certifier;
    private final CertifierMetrics metrics;
    private final PassLoop loop;

    private RunningCertifier(Certifier certifier, CertifierMetrics metrics, PassLoop loop) {
        this.certifier = certifier;
        this.metrics = metrics;
        this.loop = loop;
    }

    /// {@return a certifier whose first pass begins at once}
    ///
    /// @param authority who issues
    /// @param folder keeps what must outlive the process; nobody else works on it
    /// @param failures hears of everything too
    /// @throws IOException if what is kept cannot be read
    static RunningCertifier start(
            IssuingOptions options,
            CertificateAuthority authority,
            CertifierFolder folder,
            ZoneSource zones,
            PrimaryServer primary,
            Consumer<CertifierEvent> failures,
            Log log)
            throws IOException {
        var metrics = new CertifierMetrics(primary.clock());
        Consumer<CertifierEvent> words = event -> log.write(CertifierWords.of(event));
        var certifier =
                new Certifier(
                        new CertifierParts(
                                zones,
                                primary,
                                authority,
                                folder,
                                primary.clock(),
                                primary.random(),
                                words.andThen(metrics::happened).andThen(failures)),
                        options.settings());
        var loop =
                PassLoop.start(
                        certifier::pass,
                        certifier::next,
                        bug -> log.write(LogEvent.error("unforeseen", "a bug: " + bug)),
                        primary.clock());
        certifier.onChange(loop::ring);
        return new RunningCertifier(certifier, metrics, loop);
    }

    /// {@return the names of zones}
    static Set<DomainName> names(ZoneSource zones) {
        return zones.zones().stream().map(Zone::origin).collect(Collectors.toSet());
    }

    /// Says that zones have changed; returns at once.
    void ring() {
        loop.ring();
    }

    /// Has all that failed tried again now.
    void tryAgain() {
        certifier.tryAgain();
    }

    @Override
    public void write(PrometheusText text) {
        metrics.write(text, certifier.standings());
    }

    /// Begins nothing any more, and waits for what is under way.
    @Override
    public void close() {
        loop.close();
        certifier.close();
    }
}
