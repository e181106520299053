package io.github.dnscli.dist.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// What a Java runtime says of itself in its file `release`.
///
/// @param implementor who made it
/// @param build its version, to the build
public record JavaRelease(String implementor, String build) {

    public static JavaRelease of(Path home) throws IOException {
        var release = new Properties();
        try (var file = Files.newBufferedReader(home.resolve("release"))) {
            release.load(file);
        }
        return new JavaRelease(
                unquoted(release, "IMPLEMENTOR", "unknown"),
                unquoted(
                        release,
                        "JAVA_RUNTIME_VERSION",
                        System.getProperty("java.runtime.version")));
    }

    private static String unquoted(Properties release, String key, String otherwise) {
        return release.getProperty(key, otherwise).replace("\"", "");
    }
}
