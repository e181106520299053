/// What is wrong, and where.
///
/// Rules produce [Finding]s, each with its [Place]; a [Report] holds all of one run. Nothing here knows
/// what a zone is, and nothing here prints: how a report looks is decided at the edge.
@NullMarked
package io.github.dnscli.common.finding;

import org.jspecify.annotations.NullMarked;
