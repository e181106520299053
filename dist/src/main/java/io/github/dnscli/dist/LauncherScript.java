package io.github.dnscli.dist;

import io.github.dnscli.dist.Programs.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The script in `bin` that finds Java and starts a program.
///
/// @param text the script
record LauncherScript(String text) {

    /// {@return the script of a program}
    ///
    /// @param digest the jar's, which names its AOT cache
    static LauncherScript of(Program program, String digest) throws IOException {
        return new LauncherScript(
                Template.read("launcher.sh")
                        .replace("@tool@", program.name())
                        .replace("@classpath@", program.classPath())
                        .replace("@main@", program.mainClass())
                        .replace("@digest@", digest)
                        .replace("@family@", program.family().word())
                        .replace("@options@", options(program)));
    }

    private static String options(Program program) {
        return Stream.concat(AotCache.JVM_OPTIONS.stream(), program.jvmOptions().stream())
                .collect(Collectors.joining(" "));
    }

    void write(Path file) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
