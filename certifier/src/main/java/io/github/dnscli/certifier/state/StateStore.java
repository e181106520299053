package io.github.dnscli.certifier.state;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Texts under names, which outlive the process. Some are secrets: none may ever be seen by others, not even for a moment.
///
/// A name is one or two words of lower-case letters, digits, `-` and `.` with a `/` between them, such as `account.pem` or
/// `requests/5f3a`. May be used by several threads at once, each name by one at a time.
public interface StateStore {

    /// {@return the text that was written last under a name}
    ///
    /// @throws IOException if it is there and cannot be read; the message names it
    Optional<String> read(String name) throws IOException;

    /// Keeps a text under a name, in place of what was there: wholly or not at all, and durably before it returns.
    ///
    /// @throws IOException if it cannot be kept; the message names it
    void write(String name, String text) throws IOException;

    /// Forgets what is under a name; nothing happens if there is nothing.
    ///
    /// @throws IOException if it cannot be forgotten; the message names it
    void remove(String name) throws IOException;

    /// {@return the second words of the names that have this first word, sorted}
    ///
    /// @throws IOException if that cannot be told
    List<String> names(String folder) throws IOException;
}
