package io.github.dnscli.dist.installed;

import io.github.dnscli.cli.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// An image somewhere.
///
/// @param folder where
public record Installation(Path folder) {

    private static final Pattern CACHE = Pattern.compile("cache=\\$lib/(\\S+\\.aot)");

    public static final Installation OF_BUILD =
            new Installation(Path.of(System.getProperty("dnscli.image")));

    /// {@return what a program is to answer to `--version`}
    public static Tool.Run version(String program) {
        return new Tool.Run(0, program + " " + Version.withCommit() + "\n", "");
    }

    public Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /// {@return a program of it}
    ///
    /// @param more environment variables besides the path
    public Tool tool(Map<String, String> more, String name) {
        var environment = new HashMap<>(Map.of("PATH", Tool.path(), "HOME", "/nonexistent"));
        environment.putAll(more);
        return new Tool(List.of(program(name).toString()), environment);
    }

    public Path library() {
        return folder.resolve("lib");
    }

    /// {@return the AOT cache that a program is started with, where it is told nothing but files}
    public Path cache(String program) throws IOException {
        return library().resolve(cacheName(program));
    }

    /// {@return the name of its file}
    public String cacheName(String program) throws IOException {
        var name = CACHE.matcher(Files.readString(program(program)));
        if (!name.find()) {
            throw new IllegalStateException("'" + program(program) + "' names no cache");
        }
        return name.group(1);
    }

    /// {@return a copy, times and rights included}
    public Installation copyTo(Path place) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                var to = place.resolve(folder.relativize(file).toString());
                Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return new Installation(place);
    }
}
