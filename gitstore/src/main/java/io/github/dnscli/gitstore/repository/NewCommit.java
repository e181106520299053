package io.github.dnscli.gitstore.repository;

import java.time.Instant;
import java.util.Map;

/// A commit to be made.
///
/// @param parent the commit before
/// @param files the new contents of files, by path; all others stay as they are
/// @param author the name of the author
/// @param message the message
/// @param time when it is made
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
public record NewCommit(
        Revision parent, Map<String, byte[]> files, String author, String message, Instant time) {}
