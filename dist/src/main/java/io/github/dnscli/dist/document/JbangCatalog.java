package io.github.dnscli.dist.document;

import io.github.dnscli.dist.file.Template;
import io.github.dnscli.dist.program.Programs;
import io.github.dnscli.dist.program.Programs.Program;
import java.util.stream.Collectors;

/// The catalog of jbang: an alias for every program, from the published coordinates.
final class JbangCatalog {

    private JbangCatalog() {}

    static String text() {
        return Programs.ALL.stream()
                .map(JbangCatalog::alias)
                .collect(Collectors.joining(",\n", "{\n  \"aliases\": {\n", "\n  }\n}\n"));
    }

    private static String alias(Program program) {
        return Template.read(JbangCatalog.class, "jbang-alias.json")
                .stripTrailing()
                .formatted(program.name(), program.purpose(), program.mainClass());
    }
}
