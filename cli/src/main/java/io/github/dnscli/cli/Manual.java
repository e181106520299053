package io.github.dnscli.cli;

import java.util.ArrayList;
import java.util.List;

/// What the manual page of a command says beyond its options and exit status. Plain text; names of options and files
/// need no marks.
///
/// @param description paragraphs
/// @param examples what to type, and what it does
/// @param files which files are read or written
/// @param environment which environment variables count
/// @param seeAlso other pages, as `nsupdate(1)`
public record Manual(
        List<String> description,
        List<Example> examples,
        List<Entry> files,
        List<Entry> environment,
        List<String> seeAlso) {

    /// Something to type.
    ///
    /// @param purpose what it does, as a sentence
    /// @param commandLine the line, without a prompt
    public record Example(String purpose, String commandLine) {}

    /// A thing and what it is for.
    ///
    /// @param name the name of a file or variable
    /// @param meaning a sentence
    public record Entry(String name, String meaning) {}

    /// Copies the lists.
    public Manual {
        description = List.copyOf(description);
        examples = List.copyOf(examples);
        files = List.copyOf(files);
        environment = List.copyOf(environment);
        seeAlso = List.copyOf(seeAlso);
    }

    /// {@return a manual of some paragraphs}
    public static Manual of(String... paragraphs) {
        return new Manual(List.of(paragraphs), List.of(), List.of(), List.of(), List.of());
    }

    /// {@return this and an example}
    public Manual example(String purpose, String commandLine) {
        var more = with(examples, new Example(purpose, commandLine));
        return new Manual(description, more, files, environment, seeAlso);
    }

    /// {@return this and a file}
    public Manual file(String name, String meaning) {
        var more = with(files, new Entry(name, meaning));
        return new Manual(description, examples, more, environment, seeAlso);
    }

    /// {@return this and an environment variable}
    public Manual variable(String name, String meaning) {
        var more = with(environment, new Entry(name, meaning));
        return new Manual(description, examples, files, more, seeAlso);
    }

    /// {@return this and references to other pages}
    public Manual seeAlso(String... pages) {
        return new Manual(description, examples, files, environment, List.of(pages));
    }

    private static <T> List<T> with(List<T> list, T one) {
        var more = new ArrayList<>(list);
        more.add(one);
        return more;
    }
}
