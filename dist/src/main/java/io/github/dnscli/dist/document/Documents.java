package io.github.dnscli.dist.document;

import io.github.dnscli.cli.document.BashCompletion;
import io.github.dnscli.cli.document.FishCompletion;
import io.github.dnscli.cli.document.ManualPage;
import io.github.dnscli.cli.document.ZshCompletion;
import io.github.dnscli.dist.file.Template;
import io.github.dnscli.dist.program.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Manual pages, completions, the catalog of jbang and the recording of a session as they are checked in.
public final class Documents {

    private Documents() {}

    /// {@return each file, as a path relative to the root of the sources, and its text}
    public static SequencedMap<Path, String> all() {
        var documents = new TreeMap<Path, String>();
        for (var program : Programs.ALL) {
            var command = program.command();
            String name = program.name();
            ManualPage.all(command)
                    .forEach((page, text) -> documents.put(Path.of("man", page + ".1"), text));
            documents.put(Path.of("completions", "bash", name), BashCompletion.of(command));
            documents.put(Path.of("completions", "zsh", "_" + name), ZshCompletion.of(command));
            documents.put(
                    Path.of("completions", "fish", name + ".fish"), FishCompletion.of(command));
        }
        GuidePages.all().forEach((page, text) -> documents.put(Path.of("man", page), text));
        documents.put(Path.of("jbang-catalog.json"), JbangCatalog.text());
        documents.put(
                Path.of("docs", "drawings", "session.svg"),
                Recording.of(Template.read(Documents.class, "osh.md")));
        return documents;
    }

    /// Writes them all.
    ///
    /// @param arguments the root of the sources
    public static void main(String[] arguments) throws IOException {
        var root = Path.of(arguments[0]);
        for (var document : all().entrySet()) {
            var file = root.resolve(document.getKey());
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, document.getValue());
        }
    }
}
