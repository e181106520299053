package io.github.dnscli.osh.look;

import java.io.IOException;

/// Something that is looked at again and again. It remembers what it showed last.
interface Subject {

    /// {@return what has changed since the last look; of the first, that nothing has}
    ///
    /// @throws IOException if the server does not answer
    News look() throws IOException;

    /// {@return what it is, for messages}
    String display();
}
