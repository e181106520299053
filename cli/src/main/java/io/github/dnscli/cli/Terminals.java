package io.github.dnscli.cli;

import java.util.Optional;

/// Which of the standard streams go to a terminal.
///
/// @param output standard output
/// @param errors standard error
public record Terminals(boolean output, boolean errors) {

    /// Neither: pipes, files, tests.
    public static final Terminals NONE = new Terminals(false, false);

    /// {@return what is so in this process: the launcher scripts say it by the property `dnscli.terminals`, whose
    /// value holds the numbers of the descriptors that are terminals; without it the JDK knows about both together}
    static Terminals detect() {
        String known = System.getProperty("dnscli.terminals");
        if (known != null) {
            return new Terminals(known.contains("1"), known.contains("2"));
        }
        boolean both =
                Optional.ofNullable(System.console())
                        .filter(java.io.Console::isTerminal)
                        .isPresent();
        return new Terminals(both, both);
    }
}
