package io.github.dnscli.gitstore.repository;

/// A file of a commit.
///
/// @param path its path in the repository, `/` between folders
/// @param blob the object id of its content
/// @param isRegular whether it is a file, and no folder, link or submodule
/// @param size how many octets it has
public record StoredFile(String path, String blob, boolean isRegular, long size) {}
