package io.github.dnscli.dist.debian;

import io.github.dnscli.dist.file.FileTree;
import io.github.dnscli.dist.file.Gzip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The image as Debian lays files out: programs and their runtime in one folder of their own, all that others read where they
/// look for it.
///
/// @param sources the root of the sources
/// @param image the image
/// @param tree where the files are laid out
/// @param control where the package's own description goes
record DebianTree(Path sources, Path image, Path tree, Path control) {

    private static final String HOME = "usr/lib/dns-cli";
    private static final String SHARED = "usr/share/dns-cli";
    private static final String DOCUMENTS = "usr/share/doc/dns-cli";

    private static final String HOME_PAGE = "https://github.com/dnscli/dns-cli";
    private static final String MAINTAINER =
            "dns-cli maintainers <dns-cli@users.noreply.github.com>";
    private static final DateTimeFormatter RFC_5322 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT);

    /// Lays out the files from which the build then makes the package.
    ///
    /// @param arguments the root of the sources, the image, where the files shall be, the version and the time of the build
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[2]);
        var tree =
                new DebianTree(
                        Path.of(arguments[0]),
                        Path.of(arguments[1]),
                        folder.resolve("data"),
                        folder.resolve("control"));
        tree.lay(version(arguments[3]), Instant.parse(arguments[4]));
    }

    /// {@return a version that sorts before the release that it becomes}
    static String version(String ofBuild) {
        return ofBuild.replaceFirst("-(?=[A-Za-z])", "~");
    }

    private void lay(String version, Instant time) throws IOException {
        FileTree.delete(tree);
        copy(image.resolve("bin"), HOME + "/bin");
        copy(image.resolve("lib"), HOME + "/lib");
        copy(image.resolve("share/hooks"), SHARED + "/hooks");
        copy(image.resolve("share/doc"), DOCUMENTS);
        manualPages();
        completions();
        units();
        documents();
        gzip(DOCUMENTS + "/changelog.Debian.gz", changes(version, time));
        control(version);
    }

    private void manualPages() throws IOException {
        for (var page : files(image.resolve("man"))) {
            var name = "usr/share/man/" + image.resolve("man").relativize(page) + ".gz";
            gzip(name, Files.readString(page));
        }
    }

    private void completions() throws IOException {
        for (var script : files(image.resolve("completions/bash"))) {
            // It is read by a shell, not run.
            write(
                    "usr/share/bash-completion/completions/" + script.getFileName(),
                    Files.readString(script).replaceFirst("^#!.*\n", ""));
        }
        copy(image.resolve("completions/zsh"), "usr/share/zsh/vendor-completions");
        copy(image.resolve("completions/fish"), "usr/share/fish/vendor_completions.d");
    }

    /// The units, which here may say where the program is.
    private void units() throws IOException {
        for (var unit : files(image.resolve("lib/systemd/system"))) {
            write(
                    "usr/lib/systemd/system/" + unit.getFileName(),
                    Files.readString(unit)
                            .replaceAll("(?m)^ExecStart=(?=o)", "ExecStart=/usr/bin/"));
        }
    }

    private void documents() throws IOException {
        copy(sources.resolve("docs"), DOCUMENTS);
        write(DOCUMENTS + "/README.md", readMe());
        copy(sources.resolve("dist/src/main/deb/examples"), DOCUMENTS + "/examples");
        copy(sources.resolve("dist/src/main/deb/copyright"), DOCUMENTS + "/copyright");
        copy(sources.resolve("dist/src/main/deb/overrides"), "usr/share/lintian/overrides/dns-cli");
        gzip(DOCUMENTS + "/changelog.gz", Files.readString(sources.resolve("CHANGELOG.md")));
    }

    /// Here it lies among the guides, and what else it leads to is elsewhere.
    private String readMe() throws IOException {
        return Files.readString(sources.resolve("README.md"))
                .replace("](docs/", "](")
                .replaceAll(
                        "\\]\\((man|bench|examples|LICENSE|[A-Z]+\\.md)\\b",
                        "](" + HOME_PAGE + "/blob/main/$1");
    }

    /// Debian's own log of changes, which must name the version that is installed.
    private static String changes(String version, Instant time) {
        return """
        dns-cli (%s) unstable; urgency=medium

          * What has changed is told in changelog.gz.

         -- %s  %s
        """
                .formatted(version, MAINTAINER, RFC_5322.format(time.atOffset(ZoneOffset.UTC)));
    }

    private void control(String version) throws IOException {
        var template = sources.resolve("dist/src/main/deb/control");
        for (var file : files(template)) {
            var text =
                    Files.readString(file)
                            .replace("@version@", version)
                            .replace("@maintainer@", MAINTAINER)
                            .replace("@homepage@", HOME_PAGE)
                            .replace("@architecture@", architecture(System.getProperty("os.arch")));
            Files.createDirectories(control);
            Files.writeString(control.resolve(file.getFileName()), text);
        }
    }

    /// {@return Debian's word for what Java calls an architecture}
    static String architecture(String ofJava) {
        return switch (ofJava) {
            case "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            case "ppc64le" -> "ppc64el";
            default -> ofJava;
        };
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /// Copies a file or all of a folder; what systemd reads goes elsewhere.
    private void copy(Path from, String to) throws IOException {
        for (var file : files(from)) {
            if (!file.startsWith(image.resolve("lib/systemd"))) {
                var copy = tree.resolve(to).resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private void write(String name, String text) throws IOException {
        var file = tree.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void gzip(String name, String text) throws IOException {
        var file = tree.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, Gzip.best(text.getBytes(StandardCharsets.UTF_8)));
    }
}
