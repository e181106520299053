package io.github.dnscli.dist;

import io.github.dnscli.cli.Command;
import io.github.dnscli.ocertify.OcertifyCommand;
import io.github.dnscli.onotify.OnotifyCommand;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.osh.OshCommand;
import io.github.dnscli.otlsafetch.OtlsaFetchCommand;
import io.github.dnscli.oupdate.OupdateCommand;
import io.github.dnscli.ozone.OzoneCommand;
import java.util.List;
import java.util.Locale;

/// All programs. A new command is a line here and a dependency in the build.
final class Programs {

    /// Makes the compiler hold back, and leaves the one that optimises out: it saves a fifth of a short run, and on a million
    /// records, read in a second, optimising takes longer than it saves. Zones with many signatures gain from it all the
    /// same: see bench/README.md. A small nursery keeps the memory of a large zone to what is kept of it.
    private static final List<String> SHORT_RUN =
            List.of("-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=5", "-Xmn48m");

    /// Profiles make the optimising compiler start at once and work longer than a short run lasts.
    private static final List<String> WITHOUT_PROFILES =
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

    /// Those within which a server can run.
    private static final List<String> SERVING = List.of("oserve", "osh");

    /// In the order in which people meet them.
    static final List<Program> ALL =
            List.of(
                    new Program(new OzoneCommand(), Family.CHECKER),
                    new Program(new OnotifyCommand(), Family.ZONES),
                    new Program(new OupdateCommand(), Family.ZONES),
                    new Program(new OcertifyCommand(), Family.CERTIFICATES),
                    new Program(new OtlsaFetchCommand(), Family.CERTIFICATES),
                    new Program(new OserveCommand(), Family.CERTIFICATES),
                    new Program(new OshCommand(), Family.CERTIFICATES));

    /// Programs that share an AOT cache. The JVM brings in all of a cache at once, so that cryptography in it would make a
    /// quick look at a zone half as slow again.
    enum Family {
        /// The one that asks no server: it is run before each commit, and is to be quick.
        CHECKER,
        /// Those that know no certificates.
        ZONES,
        /// Those that do.
        CERTIFICATES;

        /// {@return the programs, in their order}
        List<Program> members() {
            return ALL.stream().filter(program -> program.family() == this).toList();
        }

        /// {@return what the JVM is told in training besides}
        List<String> trainingOptions() {
            return switch (this) {
                case CHECKER, ZONES -> SHORT_RUN;
                case CERTIFICATES -> WITHOUT_PROFILES;
            };
        }

        /// {@return the word for it in names of files}
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A command as it is installed; its class has the `main` method.
    ///
    /// @param command the command
    /// @param family with which others it shares its cache
    record Program(Command command, Family family) {

        String name() {
            return command.spec().name();
        }

        /// {@return what it is for, in one line}
        String purpose() {
            return command.spec().usageMessage().description()[0];
        }

        /// {@return options of the JVM for this program alone}
        List<String> jvmOptions() {
            return name().equals("oserve") ? List.of() : SHORT_RUN;
        }

        /// {@return its class path, as the launcher has it}
        String classPath() {
            String jar = "$home/lib/dns-cli.jar";
            return SERVING.contains(name()) ? jar + ":$home/lib/dns-cli-server.jar" : jar;
        }

        String mainClass() {
            return command.getClass().getName();
        }
    }

    private Programs() {}
}
