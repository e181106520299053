package io.github.dnscli.dist.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Texts with gaps, kept beside the classes that fill them.
public final class Template {

    private Template() {}

    /// {@return a text}
    ///
    /// @param reader the class that it lies beside
    /// @param name its name
    public static String read(Class<?> reader, String name) {
        try (var resource = reader.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
