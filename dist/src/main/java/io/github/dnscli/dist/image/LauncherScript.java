package io.github.dnscli.dist.image;

import io.github.dnscli.dist.cache.AotCache;
import io.github.dnscli.dist.cache.AotCaches;
import io.github.dnscli.dist.file.Template;
import io.github.dnscli.dist.program.Family;
import io.github.dnscli.dist.program.Programs.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The script in `bin` that starts a program.
///
/// @param text the script
record LauncherScript(String text) {

    /// {@return the script of a program}
    ///
    /// @param caches those of the image
    static LauncherScript of(Program program, AotCaches caches) {
        return new LauncherScript(
                Template.read(LauncherScript.class, "launcher.sh")
                        .replace("@tool@", program.name())
                        .replace("@classpath@", classPath(program.family()))
                        .replace("@main@", program.mainClass())
                        .replace("@cache@", cache(program.family(), caches))
                        .replace("@cached@", String.join(" ", AotCache.USE_OPTIONS))
                        .replace("@options@", options(program.family())));
    }

    /// {@return how the script chooses its cache; a file whose name looks like an option costs time only}
    private static String cache(Family family, AotCaches caches) {
        String any = "cache=$lib/" + caches.of(family).name();
        var least = family.withoutOptions();
        return least == family
                ? any
                : """
                  cache=$lib/%s
                  case " $*" in
                    *' -'*) %s ;;
                  esac"""
                        .formatted(caches.of(least).name(), any);
    }

    private static String classPath(Family family) {
        return family.jars().stream().map(jar -> "$lib/" + jar).collect(Collectors.joining(":"));
    }

    private static String options(Family family) {
        return Stream.concat(AotCache.JVM_OPTIONS.stream(), family.jvmOptions().stream())
                .collect(Collectors.joining(" "));
    }

    void write(Path file) throws IOException {
        Files.writeString(file, text);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make a program of '" + file + "'");
        }
    }
}
