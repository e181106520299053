package io.github.dnscli.dist.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The Java that comes with the image: the JDK of the build, cut down by `jlink` to what the programs need.
///
/// @param home its folder
public record JavaRuntime(Path home) {

    /// What `jdeps` finds in the jars, and what the JDK finds for itself at run time.
    ///
    /// `java.logging` is where messages of the JDK and of the Apache ssh client end. Three are needed although nothing of them
    /// is used: JGit's ssh and http know of `java.security.jgss`, `java.rmi` and `java.management`. Left out is `java.sql`,
    /// of which Bouncy Castle and JGit speak in places where we never come, and with it XML; and `java.desktop`, for pictures that
    /// JLine could show in a terminal.
    public static final List<String> MODULES =
            List.of(
                    "java.base",
                    "java.logging",
                    "java.management",
                    "java.naming",
                    "java.net.http",
                    "java.rmi",
                    "java.security.jgss",
                    "jdk.httpserver",
                    "jdk.unsupported");

    private static final String LAUNCHER = "java";

    /// Makes the runtime.
    ///
    /// @param home where
    /// @param work a folder for what is left over
    public static JavaRuntime link(Path home, Path work) throws IOException, InterruptedException {
        var line =
                List.of(
                        ofBuild().home().resolve("bin", "jlink").toString(),
                        // A JVM that records for an AOT cache orders its sets always in the same
                        // way, and
                        // jlink writes down sets; the record itself is of no use.
                        "-J-XX:AOTMode=record",
                        "-J-XX:AOTConfiguration=" + work.resolve("jlink.record"),
                        "-J-Xlog:disable",
                        "-J-XX:TieredStopAtLevel=1",
                        "--add-modules",
                        String.join(",", MODULES),
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages",
                        "--compress",
                        "zip-0",
                        "--output",
                        home.toString());
        Subprocess.run("jlink", line);
        var runtime = new JavaRuntime(home);
        runtime.keepNothingButJava();
        return runtime;
    }

    /// {@return the JDK of the build}
    static JavaRuntime ofBuild() {
        return new JavaRuntime(Path.of(System.getProperty("java.home")));
    }

    public Path launcher() {
        return home.resolve("bin", LAUNCHER);
    }

    /// {@return the file with all its classes}
    public Path classes() {
        return home.resolve("lib", "modules");
    }

    private void keepNothingButJava() throws IOException {
        try (var programs = Files.list(home.resolve("bin"))) {
            for (var program : programs.filter(file -> !file.endsWith(LAUNCHER)).toList()) {
                Files.delete(program);
            }
        }
    }
}
