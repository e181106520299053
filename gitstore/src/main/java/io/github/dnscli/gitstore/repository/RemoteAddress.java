package io.github.dnscli.gitstore.repository;

import io.github.dnscli.gitstore.reading.Unwritten;
import java.util.Optional;

/// A branch of a repository elsewhere, as users write it: a URL, `USER@HOST:PATH`, or a path of this machine, and `#BRANCH`
/// behind it.
///
/// @param url without the branch; may hold a password
/// @param branch the branch; empty for the one that the remote's HEAD names
public record RemoteAddress(String url, Optional<String> branch) {

    /// {@return the address that a text means}
    ///
    /// @throws IllegalArgumentException if it means none; the message is for people
    public static RemoteAddress parse(String text) {
        return Unwritten.yet();
    }

    /// {@return the address without password, for people and logs}
    public String display() {
        return Unwritten.yet();
    }

    @Override
    public String toString() {
        return display();
    }
}
