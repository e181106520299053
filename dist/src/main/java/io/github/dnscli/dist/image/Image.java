package io.github.dnscli.dist.image;

import io.github.dnscli.dist.cache.AotCaches;
import io.github.dnscli.dist.document.Documents;
import io.github.dnscli.dist.file.FileTree;
import io.github.dnscli.dist.jar.MergedJar;
import io.github.dnscli.dist.part.BillOfMaterials;
import io.github.dnscli.dist.part.Licences;
import io.github.dnscli.dist.program.Family;
import io.github.dnscli.dist.program.Programs;
import io.github.dnscli.dist.runtime.JavaRuntime;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The folder that people install: `bin`, `lib`, `man`, `completions`, `share`.
///
/// @param sources the root of the sources
/// @param folder where the image is made
/// @param time what all its files are dated, in all builds of the same sources
/// @param bill the bill of materials as Maven knows it
record Image(Path sources, Path folder, Instant time, Path bill) {

    /// Servers, git, ssh and ACME, and what they need: a large part of all classes, which short commands do not have on
    /// their class path.
    private static final Pattern SERVER_ONLY =
            Pattern.compile(
                    ".*/(dns-cli-(server|gitstore|certifier|oserve|osh)-|jline-reader|org\\.eclipse\\.jgit|sshd-|JavaEWAH"
                            + "|commons-codec|slf4j-|jcl-over-slf4j|acme4j-|jose4j|bcpkix|bcutil)[^/]*\\.jar");

    private static final Pattern CRYPTOGRAPHY = Pattern.compile(".*/bcprov[^/]*\\.jar");

    /// Makes the image from the class path it runs on.
    ///
    /// @param arguments the root of the sources, where the image shall be, the time of its files, and the bill of materials
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Path.of(arguments[1]);
        var time = Instant.parse(arguments[2]);
        new Image(Path.of(arguments[0]), folder, time, Path.of(arguments[3])).make();
    }

    private void make() throws IOException, InterruptedException {
        var work = Files.createTempDirectory("dns-cli");
        try {
            FileTree.delete(folder);
            Files.createDirectories(folder.resolve("bin"));
            Files.createDirectories(library());
            documents();
            hooks();
            units();
            jars();
            var java = JavaRuntime.link(library().resolve("runtime"), work);
            parts();
            programs(java, work);
        } finally {
            FileTree.delete(work);
        }
    }

    private void programs(JavaRuntime java, Path work) throws IOException, InterruptedException {
        var caches = AotCaches.of(library(), java);
        for (var program : Programs.ALL) {
            var launcher = LauncherScript.of(program, caches);
            launcher.write(folder.resolve("bin").resolve(program.name()));
        }
        // A cache fits jars of one time, so they have theirs before it is made.
        FileTree.settle(folder, time);
        caches.train(java, work);
        FileTree.settle(folder, time);
    }

    private Path library() {
        return folder.resolve("lib");
    }

    private void jars() throws IOException {
        var jars = new TreeMap<String, MergedJar>();
        for (var part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            jars.computeIfAbsent(jarOf(part), _ -> new MergedJar()).add(Path.of(part));
        }
        for (var jar : jars.entrySet()) {
            jar.getValue().write(library().resolve(jar.getKey()), jars.values());
        }
    }

    private static String jarOf(String part) {
        if (CRYPTOGRAPHY.matcher(part).matches()) {
            return Family.CRYPTOGRAPHY_JAR;
        }
        return SERVER_ONLY.matcher(part).matches() ? Family.SERVER_JAR : Family.JAR;
    }

    private void documents() throws IOException {
        copy(sources.resolve("LICENSE"), folder.resolve("LICENSE"));
        for (var document : Documents.all().keySet()) {
            if (document.startsWith("completions")) {
                copy(sources.resolve(document), folder.resolve(document));
            } else if (document.startsWith("man")) {
                copy(sources.resolve(document), folder.resolve(page(document)));
            }
        }
    }

    /// Where `man` looks for a page: in a folder for the section, which is the end of the name.
    private static Path page(Path document) {
        String name = document.getFileName().toString();
        String section = name.substring(name.lastIndexOf('.') + 1);
        return Path.of("man", "man" + section, name);
    }

    /// What the image is made of, and under which licences.
    private void parts() throws IOException {
        if (Files.notExists(bill)) {
            throw new IOException(
                    "there is no '"
                            + bill
                            + "': the plugin that makes it works online only, so build once without '-o'");
        }
        var whole = BillOfMaterials.read(bill, library().resolve("runtime"));
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
