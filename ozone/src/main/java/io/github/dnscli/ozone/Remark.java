package io.github.dnscli.ozone;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.text.Excerpt;
import java.util.Optional;

/// A finding and the text it is about.
///
/// @param finding what is wrong
/// @param excerpt the line; empty when the whole file is meant
record Remark(Finding finding, Optional<Excerpt> excerpt) {}
