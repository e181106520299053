package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.World;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The user's editor, on the user's terminal.
///
/// @param command how it is called, in the words of the shell
record Editor(String command) {

    /// {@return the editor that the environment names, else one that is installed}
    static Optional<Editor> of(World world) {
        var environment = world.environment();
        return Stream.of("VISUAL", "EDITOR")
                .map(variable -> environment.getOrDefault(variable, ""))
                .filter(command -> !command.isBlank())
                .findFirst()
                .or(() -> installed(environment))
                .map(Editor::new);
    }

    private static Optional<String> installed(Map<String, String> environment) {
        return Stream.of("vi", "nano")
                .filter(
                        name ->
                                Arrays.stream(
                                                environment
                                                        .getOrDefault("PATH", "")
                                                        .split(File.pathSeparator))
                                        .anyMatch(
                                                folder ->
                                                        Files.isExecutable(Path.of(folder, name))))
                .findFirst();
    }

    /// Lets the user edit a file.
    ///
    /// @return the exit status of the editor
    /// @throws IOException if it cannot be run, or the wait for it is interrupted
    int edit(Path file) throws IOException {
        var process =
                new ProcessBuilder("/bin/sh", "-c", command + " \"$1\"", "sh", file.toString())
                        .inheritIO()
                        .start();
        try {
            return process.waitFor();
        } catch (InterruptedException _) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the text was edited");
        }
    }
}
