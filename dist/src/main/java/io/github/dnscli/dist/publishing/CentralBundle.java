package io.github.dnscli.dist.publishing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What is uploaded to Maven Central: our artifacts as they were deployed to a folder, if Central will take them.
///
/// @param repository the folder
/// @param version the version of all
record CentralBundle(Path repository, String version) {

    private static final Path GROUP = Path.of("io", "github", "dnscli");
    private static final List<String> PARTS = List.of(".jar", "-sources.jar", "-javadoc.jar");
    private static final List<String> CHECKSUMS = List.of(".md5", ".sha1");
    private static final String BOM = "dns-cli-bom";
    private static final String SIGNATURE = ".asc";

    /// Writes the bundle, or says why not.
    ///
    /// @param arguments the folder, the version, the file to write, and `true` if nothing was signed
    public static void main(String[] arguments) throws IOException {
        var bundle = new CentralBundle(Path.of(arguments[0]), arguments[1]);
        var problems = bundle.problems(!Boolean.parseBoolean(arguments[3]));
        if (!problems.isEmpty()) {
            throw new IOException(
                    "Maven Central would refuse this:\n  " + String.join("\n  ", problems));
        }
        try (var file = Files.newOutputStream(Path.of(arguments[2]))) {
            bundle.write(file);
        }
    }

    /// {@return what Central would refuse}
    ///
    /// @param signed whether each file must have its signature
    List<String> problems(boolean signed) throws IOException {
        if (version.endsWith("-SNAPSHOT")) {
            return List.of("'" + version + "' is no release: -Drevision=1.2.3 tries one");
        }
        var problems = new ArrayList<String>();
        var pom = file(BOM, ".pom");
        if (!Files.exists(pom)) {
            return List.of("'" + pom + "' is missing");
        }
        artifact(BOM, signed, problems);
        for (var artifact : PublishedPom.read(pom).managed()) {
            artifact(artifact, signed, problems);
        }
        return problems;
    }

    private void artifact(String artifact, boolean signed, List<String> problems)
            throws IOException {
        var pom = file(artifact, ".pom");
        if (!Files.exists(pom)) {
            problems.add("'" + pom + "' is missing");
            return;
        }
        var described = PublishedPom.read(pom);
        problems.addAll(described.problems());
        var parts = new ArrayList<>(List.of(".pom"));
        if (described.isJar()) {
            parts.addAll(PARTS);
        }
        for (var part : parts) {
            for (var behind : behind(signed)) {
                var file = file(artifact, part + behind);
                if (!Files.exists(file)) {
                    problems.add("'" + file + "' is missing");
                }
            }
        }
    }

    private static List<String> behind(boolean signed) {
        var behind = new ArrayList<>(CHECKSUMS);
        behind.add("");
        if (signed) {
            behind.add(SIGNATURE);
        }
        return behind;
    }

    private Path file(String artifact, String behind) {
        return repository
                .resolve(GROUP)
                .resolve(Path.of(artifact, version, artifact + "-" + version + behind));
    }

    /// Writes the files of this version in the layout of a repository, without the classes that tests of ours share.
    private void write(OutputStream file) throws IOException {
        try (var zip = new ZipOutputStream(file);
                Stream<Path> files = Files.walk(repository)) {
            for (var one : files.filter(this::isWanted).sorted().toList()) {
                var entry = new ZipEntry(repository.relativize(one).toString().replace('\\', '/'));
                entry.setTime(0);
                zip.putNextEntry(entry);
                Files.copy(one, zip);
            }
        }
    }

    private boolean isWanted(Path file) {
        String name = String.valueOf(file.getFileName());
        return Files.isRegularFile(file)
                && name.contains("-" + version)
                && !name.contains("-" + version + "-tests.");
    }
}
