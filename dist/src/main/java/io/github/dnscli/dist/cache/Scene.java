package io.github.dnscli.dist.cache;

import io.github.dnscli.cli.ExitStatus;
import java.util.List;

/// One process of a rehearsal.
///
/// @param words what the JVM is told: properties, the class with `main`, and its arguments
/// @param status how it is to end
record Scene(List<String> words, ExitStatus status) {}
