package io.github.dnscli.common.text;

/// Text that takes the place of a stretch of a source.
///
/// @param start the first octet that goes
/// @param end the octet behind the last that goes
/// @param text what comes instead, ASCII
record Patch(int start, int end, String text) {}
