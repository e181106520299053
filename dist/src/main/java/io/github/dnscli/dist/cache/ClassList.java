package io.github.dnscli.dist.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What a JVM loaded in a training run, and which lambdas it linked: a line for each, as the JVM writes them.
///
/// @param lines the lines
record ClassList(List<String> lines) {

    static ClassList read(Path file) throws IOException {
        return new ClassList(Files.readAllLines(file));
    }

    /// {@return the same without classes whose names begin with one of these words, and without what they do}
    ClassList without(List<String> beginnings) {
        return new ClassList(
                lines.stream()
                        .filter(line -> beginnings.stream().noneMatch(subject(line)::startsWith))
                        .toList());
    }

    /// {@return the same with some classes more}
    ClassList with(List<String> classes) {
        return new ClassList(Stream.concat(lines.stream(), classes.stream()).distinct().toList());
    }

    /// {@return the same and all that stands in another one; no class has its number any more, which is its own in each list}
    ClassList and(ClassList other) {
        return new ClassList(
                Stream.concat(lines.stream(), other.lines.stream())
                        .map(line -> line.startsWith("@") ? line : line.replaceFirst(" id: .*", ""))
                        .distinct()
                        .toList());
    }

    /// The class that a line is about: lines of classes begin with the name, others with a word that says what they are.
    private static String subject(String line) {
        var words = line.split(" ", 3);
        return words[0].startsWith("@") && words.length > 1 ? words[1] : words[0];
    }

    void write(Path file) throws IOException {
        Files.write(file, lines);
    }
}
