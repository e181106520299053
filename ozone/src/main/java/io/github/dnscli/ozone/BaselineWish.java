package io.github.dnscli.ozone;

/// The findings that are accepted.
///
/// @param file where they stand
/// @param update whether those of today are to stand there from now on
record BaselineWish(String file, boolean update) {}
