package io.github.dnscli.osh.look;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.common.request.Reply;
import java.io.IOException;

/// Something that is looked at again and again. It remembers what it showed last.
interface Subject {

    /// {@return what has changed since the last look; of the first, that nothing has}
    ///
    /// @throws IOException if the server does not answer
    News look() throws IOException;

    /// {@return what it is, for messages}
    String display();

    /// Says why it cannot be looked at.
    ///
    /// @return what to tell the shell
    ExitStatus tell(Reply.Failed reply, Console console);
}
