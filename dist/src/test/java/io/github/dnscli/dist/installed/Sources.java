package io.github.dnscli.dist.installed;

import io.github.dnscli.dist.program.Programs;
import java.nio.file.Path;
import java.util.List;

/// The checkout that the tests belong to.
public final class Sources {

    public static final Path ROOT = Path.of(System.getProperty("dnscli.root"));

    private Sources() {}

    /// {@return the names of all programs, for parameterised tests}
    public static List<String> programs() {
        return Programs.ALL.stream().map(Programs.Program::name).toList();
    }
}
