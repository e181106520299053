package io.github.dnscli.dist.cache;

import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.dist.program.Family;
import io.github.dnscli.dist.runtime.JavaRuntime;
import io.github.dnscli.dist.runtime.Subprocess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The AOT cache of a family (JEP 483): classes as a training run loaded and linked them.
///
/// It is made by way of a list of classes, and not by `-XX:AOTCacheOutput`: that would put profiles in, which a short run has no
/// time to use and which are different in each build.
///
/// A cache fits one JVM and jars of one time and size, and the JVM looks at those. It would not notice a jar of the same time and
/// size with other contents: so the name of the file says whose it is.
///
/// @param family the programs that it is for
/// @param library the folder of the jars and of the cache
/// @param digest a digest of what the cache is made of
public record AotCache(Family family, Path library, String digest) {

    /// What the JVM is told in training and ever after: they must agree. A cache that does not fit must not print. Converters
    /// of picocli that we do not use would be looked for by reflection, and some of them in the jar.
    public static final List<String> JVM_OPTIONS =
            List.of(
                    "-Xlog:disable",
                    "-Xlog:all=error,aot*=off,cds*=off:stderr",
                    "-XX:+UseSerialGC",
                    "-XX:-UsePerfData",
                    "-Djdk.reflect.useNativeAccessorOnly=true",
                    "-Dpicocli.disable.closures=true",
                    "-Dpicocli.converters.excludes=.+",
                    "-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider",
                    "-Dslf4j.internal.verbosity=ERROR");

    /// What the JVM of the image is told about a cache: to take it as it was written, unless the system has put something else
    /// at those addresses, which saves moving every pointer in it; and to start no thread for profiles, as there are none.
    public static final List<String> USE_OPTIONS =
            List.of(
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:ArchiveRelocationMode=0",
                    "-XX:-AOTReplayTraining");

    /// What is loaded where a program begins in a process of its own, and not where the rehearsal calls it: the JVM looks at
    /// all that the class with `main` declares, and prepares for classes that are used before they are initialized. One class
    /// that is not in the cache costs the opening of the jar.
    private static final List<String> OPENING =
            List.of("io/github/dnscli/cli/Manual", "java/lang/invoke/DirectMethodHandle$1");

    /// {@return the name of the file}
    public String name() {
        return family.word() + "-" + digest + ".aot";
    }

    /// Runs all programs of the family and writes down what the JVM learned.
    ///
    /// @param java the Java that will run them ever after
    /// @param work a folder for what is left over
    /// @return the cache
    Path train(JavaRuntime java, Path work) throws IOException, InterruptedException {
        var list = work.resolve(family.word() + ".classes");
        learn(java, list).without(family.scenery()).with(OPENING).write(list);
        var cache = library.resolve(name());
        jvm(
                java,
                List.of(
                        "-Xshare:dump",
                        "-XX:+AOTClassLinking",
                        "-XX:SharedClassListFile=" + list,
                        "-XX:SharedArchiveFile=" + cache),
                family.jars(),
                new Scene(List.of(), ExitStatus.YES));
        if (Files.notExists(cache)) {
            throw new IOException("the JVM left no AOT cache '" + cache + "'");
        }
        return cache;
    }

    private ClassList learn(JavaRuntime java, Path list) throws IOException, InterruptedException {
        var learned = new ClassList(List.of());
        var folder = Files.createDirectory(list.resolveSibling(family.word()));
        for (var scene : Rehearsal.scenes(family, folder)) {
            // It may be played beside a server, of which the cache will know nothing.
            jvm(java, List.of("-XX:DumpLoadedClassList=" + list), Family.ALL_JARS, scene);
            learned = learned.and(ClassList.read(list));
        }
        return learned;
    }

    private void jvm(JavaRuntime java, List<String> options, List<String> jars, Scene scene)
            throws IOException, InterruptedException {
        var line = new ArrayList<String>();
        line.add(java.launcher().toString());
        line.addAll(options);
        line.addAll(JVM_OPTIONS);
        line.addAll(family.jvmOptions());
        line.addAll(List.of("-cp", classPath(jars)));
        line.addAll(scene.words());
        Subprocess.run(
                "training for the AOT cache of " + family.word(), line, scene.status().code());
    }

    private String classPath(List<String> jars) {
        return jars.stream()
                .map(jar -> library.resolve(jar).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
