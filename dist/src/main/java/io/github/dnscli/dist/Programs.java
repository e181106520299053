package io.github.dnscli.dist;

import io.github.dnscli.cli.Command;
import io.github.dnscli.ocertify.OcertifyCommand;
import io.github.dnscli.onotify.OnotifyCommand;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.otlsafetch.OtlsaFetchCommand;
import io.github.dnscli.oupdate.OupdateCommand;
import io.github.dnscli.ozone.OzoneCommand;
import java.util.List;

/// All programs. A new command is a line here and a dependency in the build.
final class Programs {

    /// In the order in which people meet them.
    static final List<Program> ALL =
            List.of(
                    new Program(new OzoneCommand(), Pace.SHORT_RUN),
                    new Program(new OnotifyCommand(), Pace.SHORT_RUN),
                    new Program(new OupdateCommand(), Pace.SHORT_RUN),
                    new Program(new OcertifyCommand(), Pace.SHORT_RUN),
                    new Program(new OtlsaFetchCommand(), Pace.SHORT_RUN),
                    new Program(new OserveCommand(), Pace.LONG_RUN));

    /// What the JVM shall be good at.
    enum Pace {
        /// Being done soon: the compilers hold back, which saves a fifth of a short run and costs a long one nothing that
        /// could be measured.
        SHORT_RUN(List.of("-XX:CompileThresholdScaling=5")),
        /// Serving for long.
        LONG_RUN(List.of());

        private final List<String> options;

        Pace(List<String> options) {
            this.options = options;
        }

        List<String> options() {
            return options;
        }
    }

    /// A command as it is installed; its class has the `main` method.
    ///
    /// @param command the command
    /// @param pace how it runs
    record Program(Command command, Pace pace) {

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
