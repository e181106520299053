package io.github.dnscli.dist;

import java.nio.file.Path;
import java.util.List;

/// The checkout that the tests belong to.
final class Sources {

    static final Path ROOT = Path.of(System.getProperty("dnscli.root"));

    private Sources() {}

    /// {@return the names of all programs, for parameterised tests}
    static List<String> programs() {
        return Programs.ALL.stream().map(Programs.Program::name).toList();
    }
}
