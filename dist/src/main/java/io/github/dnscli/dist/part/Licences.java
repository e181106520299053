package io.github.dnscli.dist.part;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The licences of the libraries in the image, with their texts.
///
/// Most jars hold theirs. Those that do not are under the licence of this project, whose text is known, or have a file of
/// their publisher's name in `dist/src/main/licences`.
///
/// @param sources the root of the sources
/// @param parts the libraries
public record Licences(Path sources, List<Part> parts) {

    private static final Pattern TEXTS =
            Pattern.compile("(META-INF/)?((LICEN[CS]E|NOTICE)(\\.txt|\\.md)?|about\\.html)");

    /// Writes the list, and beside it the texts.
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        var list = new StringBuilder("# Libraries in this image, and their licences\n\n");
        list.append("| library | version | licence | text |\n|---|---|---|---|\n");
        for (var part : parts) {
            var name = part.name() + ".txt";
            Files.writeString(folder.resolve(name), text(part));
            list.append(
                    "| %s:%s | %s | %s | [%s](%s) |\n"
                            .formatted(
                                    part.group(),
                                    part.name(),
                                    part.version(),
                                    part.licence(),
                                    name,
                                    name));
        }
        list.append("\nThe notices of the Java runtime lie beside it, in its folder `legal`.\n");
        Files.writeString(folder.resolve("README.md"), list);
    }

    private String text(Part part) throws IOException {
        var own = sources.resolve("dist/src/main/licences").resolve(part.group() + ".txt");
        if (Files.exists(own)) {
            return Files.readString(own);
        }
        var packed = packed(jar(part));
        if (!packed.isEmpty()) {
            return packed;
        }
        if (part.licence().equals("Apache-2.0")) {
            return Files.readString(sources.resolve("LICENSE"));
        }
        throw new IOException(
                "no text of the licence of '" + part.jar() + "': write it to '" + own + "'");
    }

    private static Path jar(Part part) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(file -> file.endsWith(part.jar()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "'" + part.jar() + "' is not on the class path"));
    }

    /// {@return the texts that a jar holds, empty if none}
    private static String packed(Path file) throws IOException {
        var texts = new StringJoiner("\n");
        texts.setEmptyValue("");
        try (var jar = new ZipFile(file.toFile())) {
            var entries =
                    jar.stream()
                            .filter(entry -> TEXTS.matcher(entry.getName()).matches())
                            .sorted(Comparator.comparing(ZipEntry::getName))
                            .toList();
            for (var entry : entries) {
                try (var text = jar.getInputStream(entry)) {
                    texts.add(new String(text.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return texts.toString();
    }
}
