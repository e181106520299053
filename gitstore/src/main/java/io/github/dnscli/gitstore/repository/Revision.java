package io.github.dnscli.gitstore.repository;

/// A commit.
///
/// @param id its object id, 40 hexadecimal digits
public record Revision(String id) {

    /// {@return the first digits, for people}
    public String brief() {
        return id.substring(0, 10);
    }

    @Override
    public String toString() {
        return id;
    }
}
