package io.github.dnscli.dist;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The folder that people install: `bin`, `lib`, `man`, `completions`, `share`.
///
/// @param sources the root of the sources
/// @param folder where the image is made
/// @param bill the bill of materials as Maven knows it
record Image(Path sources, Path folder, Path bill) {

    /// Git and ssh, and what they need: a large part of all classes, which only servers have on their class path, so that
    /// the others start without looking through it.
    private static final Pattern SERVER_ONLY =
            Pattern.compile(
                    ".*/(org\\.eclipse\\.jgit|sshd-|JavaEWAH|commons-codec|slf4j-|jcl-over-slf4j|acme4j-|jose4j|bcpkix|bcutil)[^/]*\\.jar");

    /// Makes the image from the class path it runs on.
    ///
    /// @param arguments the root of the sources, where the image shall be, and the bill of materials
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Image(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2])).make();
    }

    private void make() throws IOException, InterruptedException {
        clear();
        String digest = jar(SERVER_ONLY.asMatchPredicate().negate()).write(jarFile());
        jar(SERVER_ONLY.asMatchPredicate()).write(serverJarFile());
        for (var program : Programs.ALL) {
            var launcher = LauncherScript.of(program, digest);
            launcher.write(folder.resolve("bin").resolve(program.name()));
        }
        documents();
        parts();
        hooks();
        units();
        for (var family : Programs.Family.values()) {
            new AotCache(jarFile(), digest, family).train();
        }
    }

    private Path jarFile() {
        return folder.resolve("lib", "dns-cli.jar");
    }

    private Path serverJarFile() {
        return folder.resolve("lib", "dns-cli-server.jar");
    }

    private void clear() throws IOException {
        if (Files.exists(folder)) {
            try (var old = Files.walk(folder)) {
                for (var file : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(folder.resolve("lib"));
    }

    private static MergedJar jar(Predicate<String> wanted) throws IOException {
        var jar = new MergedJar();
        var classPath = System.getProperty("java.class.path").split(File.pathSeparator);
        for (var part : Arrays.stream(classPath).filter(wanted).map(Path::of).toList()) {
            jar.add(part);
        }
        return jar;
    }

    private void documents() throws IOException {
        copy(sources.resolve("LICENSE"), folder.resolve("LICENSE"));
        for (var document : Documents.all().keySet()) {
            if (document.startsWith("completions")) {
                copy(sources.resolve(document), folder.resolve(document));
            } else if (document.startsWith("man")) {
                var page = Path.of("man", "man1").resolve(document.getFileName());
                copy(sources.resolve(document), folder.resolve(page));
            }
        }
    }

    /// What the image is made of, and under which licences.
    private void parts() throws IOException {
        var whole = BillOfMaterials.read(bill, Path.of(System.getProperty("java.home")));
        whole.write(folder.resolve("share/doc/dns-cli.cdx.json"));
        new Licences(sources, whole.parts()).write(folder.resolve("share/doc/licenses"));
    }

    /// Scripts for git, which find our programs from where they lie.
    private void hooks() throws IOException {
        try (var files = Files.list(sources.resolve("examples/hooks"))) {
            for (var hook : files.toList()) {
                var copy = folder.resolve("share/hooks").resolve(hook.getFileName());
                copy(hook, copy);
                Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private void units() throws IOException {
        try (var files = Files.list(sources.resolve("dist/src/main/systemd"))) {
            for (var unit : files.toList()) {
                copy(unit, folder.resolve("lib/systemd/system").resolve(unit.getFileName()));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
