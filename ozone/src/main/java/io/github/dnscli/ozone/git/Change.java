package io.github.dnscli.ozone.git;

import java.util.Optional;

/// What is not as it was.
///
/// @param path where it is, from the top of the repository on, with slashes
/// @param before what was there
/// @param after what is there now
/// @param unmerged whether it has conflicts that nobody has resolved yet
public record Change(String path, Optional<Blob> before, Optional<Blob> after, boolean unmerged) {}
