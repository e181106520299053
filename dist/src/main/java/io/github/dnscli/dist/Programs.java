package io.github.dnscli.dist;

import io.github.dnscli.cli.Command;
import io.github.dnscli.ocertify.OcertifyCommand;
import io.github.dnscli.onotify.OnotifyCommand;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.otlsafetch.OtlsaFetchCommand;
import io.github.dnscli.oupdate.OupdateCommand;
import io.github.dnscli.ozone.OzoneCommand;
import java.util.List;
import java.util.stream.Stream;

/// All programs. A new command is a line here and a dependency in the build.
final class Programs {

    /// In the order in which people meet them.
    static final List<Program> ALL =
            Stream.of(
                            new OzoneCommand(),
                            new OnotifyCommand(),
                            new OupdateCommand(),
                            new OcertifyCommand(),
                            new OtlsaFetchCommand(),
                            new OserveCommand())
                    .map(Program::new)
                    .toList();

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
