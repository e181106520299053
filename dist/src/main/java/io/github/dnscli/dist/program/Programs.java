package io.github.dnscli.dist.program;

import io.github.dnscli.cli.Command;
import io.github.dnscli.ocertify.OcertifyCommand;
import io.github.dnscli.onotify.OnotifyCommand;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.osh.OshCommand;
import io.github.dnscli.otlsafetch.OtlsaFetchCommand;
import io.github.dnscli.oupdate.OupdateCommand;
import io.github.dnscli.ozone.OzoneCommand;
import java.util.List;

/// All programs. A new command is a line here, the family that it starts best with, and a dependency in the build.
public final class Programs {

    /// In the order in which people meet them.
    public static final List<Program> ALL =
            List.of(
                    new Program(new OzoneCommand(), Family.CHECKER),
                    new Program(new OnotifyCommand(), Family.ZONES),
                    new Program(new OupdateCommand(), Family.ZONES),
                    new Program(new OcertifyCommand(), Family.CERTIFICATES),
                    new Program(new OtlsaFetchCommand(), Family.CERTIFICATES),
                    new Program(new OserveCommand(), Family.SERVER),
                    new Program(new OshCommand(), Family.SHELL));

    /// A command as it is installed; its class has the `main` method.
    ///
    /// @param command the command
    /// @param family with which others it shares its cache
    public record Program(Command command, Family family) {

        public String name() {
            return command.spec().name();
        }

        /// {@return what it is for, in one line}
        public String purpose() {
            return command.spec().usageMessage().description()[0];
        }

        public String mainClass() {
            return command.getClass().getName();
        }
    }

    private Programs() {}
}
