package io.github.dnscli.dist;

import io.github.dnscli.cli.Command;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.ozone.OzoneCommand;
import java.util.List;

/// All programs. A new command is a line here and a dependency in the build.
final class Programs {

    /// In the order in which people meet them.
    static final List<Program> ALL =
            List.of(new Program(new OzoneCommand()), new Program(new OserveCommand()));

    /// A command as it is installed; its class has the `main` method.
    ///
    /// @param command the command
    record Program(Command command) {

        String name() {
            return command.spec().name();
        }

        /// {@return what it is for, in one line}
        String purpose() {
            return command.spec().usageMessage().description()[0];
        }

        String mainClass() {
            return command.getClass().getName();
        }
    }

    private Programs() {}
}
