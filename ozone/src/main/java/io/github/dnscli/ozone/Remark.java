package io.github.dnscli.ozone;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.finding.Report;
import io.github.dnscli.common.text.Excerpt;
import io.github.dnscli.common.text.Source;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A finding and the text it is about.
///
/// @param finding what is wrong
/// @param excerpt the line; empty when the whole line or file is meant
public record Remark(Finding finding, Optional<Excerpt> excerpt) {

    /// {@return a finding whose text is not to be shown}
    static Remark bare(Finding finding) {
        return new Remark(finding, Optional.empty());
    }

    /// {@return the findings about some texts, each with its line}
    public static List<Remark> on(Collection<Source> sources, Report report) {
        return report.findings().stream()
                .map(finding -> new Remark(finding, excerpt(sources, finding.place())))
                .toList();
    }

    private static Optional<Excerpt> excerpt(Collection<Source> sources, Place place) {
        for (var source : sources) {
            if (source.name().equals(place.source())) {
                return Excerpt.of(source, place);
            }
        }
        return Optional.empty();
    }
}
