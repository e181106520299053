package io.github.dnscli.dist.jbang;

import io.github.dnscli.dist.installed.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Our modules as the build packaged them, laid out as a Maven repository of files.
final class FileRepository {

    private static final String VERSION = System.getProperty("dnscli.version");
    private static final Path POM = Path.of("target", "published-pom.xml");

    private FileRepository() {}

    static Path publish(Path repository) throws IOException {
        try (var folders = Files.newDirectoryStream(Sources.ROOT, Files::isDirectory)) {
            for (var module : folders) {
                if (Files.exists(module.resolve(POM))) {
                    publish(repository, "dns-cli-" + module.getFileName(), module);
                }
            }
        }
        return repository;
    }

    private static void publish(Path repository, String artifact, Path module) throws IOException {
        var place = repository.resolve(Path.of("io", "github", "dnscli", artifact, VERSION));
        Files.createDirectories(place);
        String name = artifact + "-" + VERSION;
        Files.copy(module.resolve(POM), place.resolve(name + ".pom"));
        var jar = module.resolve("target").resolve(name + ".jar");
        if (Files.exists(jar)) {
            Files.copy(jar, place.resolve(name + ".jar"));
        }
    }
}
