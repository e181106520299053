package io.github.dnscli.gitstore.repository;

/// Who one is to a server that is asked by https.
///
/// @param user the user's name
/// @param password the password, or a token
public record HttpCredentials(String user, String password) {

    /// {@return the user's name alone}
    @Override
    public String toString() {
        return user + ":(secret)";
    }
}
