package io.github.dnscli.dist;

import io.github.dnscli.dist.Programs.Family;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The AOT cache of the jar (JEP 483, 514): classes loaded and linked in a training run.
///
/// A cache fits one jar and one build of the JVM only, and the JVM does not notice a changed jar: so the name says both,
/// and the launcher takes only the file whose name fits.
///
/// @param jar the jar
/// @param digest its digest
/// @param family the programs that it is for
record AotCache(Path jar, String digest, Family family) {

    /// What the JVM is told in training and ever after: they must agree. A cache that does not fit must not print.
    static final List<String> JVM_OPTIONS =
            List.of(
                    "-Xlog:disable",
                    "-Xlog:all=error,aot*=off,cds*=off:stderr",
                    "-XX:+UseSerialGC",
                    "-XX:-UsePerfData",
                    "-Djdk.reflect.useNativeAccessorOnly=true",
                    "-Dpicocli.disable.closures=true",
                    "-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider",
                    "-Dslf4j.internal.verbosity=ERROR");

    private static final int MINUTES = 3;

    /// Runs all programs and writes down what the JVM learned.
    void train() throws IOException, InterruptedException {
        var home = Path.of(System.getProperty("java.home"));
        var cache = jar.resolveSibling(name(home));
        var command = new ArrayList<String>();
        command.add(home.resolve("bin", "java").toString());
        command.add("-XX:AOTCacheOutput=" + cache);
        command.addAll(family.trainingOptions());
        command.addAll(JVM_OPTIONS);
        command.addAll(List.of("-cp", jar.toString(), Rehearsal.class.getName(), family.name()));
        run(command);
        if (Files.notExists(cache)) {
            throw new IOException("the training run left no AOT cache");
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var log = File.createTempFile("aot", ".log");
        var process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException(
                        "the training run failed:\n" + Files.readString(log.toPath()));
            }
        } finally {
            process.destroyForcibly();
            Files.delete(log.toPath());
        }
    }

    /// {@return the name as the launcher makes it up from the `release` file of the Java it found}
    private String name(Path home) throws IOException {
        var release =
                Files.readAllLines(home.resolve("release")).stream()
                        .map(line -> line.split("=", 2))
                        .collect(
                                Collectors.toMap(
                                        pair -> pair[0], pair -> pair[1].replace("\"", "")));
        String vendor = release.getOrDefault("IMPLEMENTOR_VERSION", "");
        String build = release.getOrDefault("JAVA_RUNTIME_VERSION", "");
        return family.word() + "-" + digest + "-" + vendor + "-" + build + ".aot";
    }
}
