package io.github.dnscli.osh;

import io.github.dnscli.cli.Console;
import io.github.dnscli.osh.context.Session;
import io.github.dnscli.osh.run.Interpreter;
import java.util.stream.Stream;

/// Lines that nobody types.
///
/// @param name what messages call them
/// @param keepGoing whether the lines after one that failed are run all the same
record Script(String name, boolean keepGoing) {

    /// {@return the status of the line that ended it, or of the last one}
    ///
    /// @param lines the lines, none with its end
    int run(Stream<String> lines, Interpreter interpreter, Session session, Console console) {
        int number = 0;
        int status = 0;
        for (var rest = lines.iterator(); rest.hasNext() && !session.hasEnded(); ) {
            String line = rest.next();
            number++;
            status = line.isBlank() ? status : interpreter.run(line);
            if (status != 0 && !keepGoing) {
                console.hint("%s ends at line %s".formatted(name, number));
                return status;
            }
        }
        return status;
    }
}
