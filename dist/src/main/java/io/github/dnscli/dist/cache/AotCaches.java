package io.github.dnscli.dist.cache;

import io.github.dnscli.dist.program.Family;
import io.github.dnscli.dist.runtime.JavaRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// The caches of all families, for one set of jars and one Java.
///
/// @param library the folder of the jars and of the caches
/// @param digest a digest of the jars and of the classes of Java, which stands in the names of the caches
public record AotCaches(Path library, String digest) {

    /// {@return those of what lies in a folder}
    public static AotCaches of(Path library, JavaRuntime java) throws IOException {
        var parts = new ArrayList<Path>();
        Family.ALL_JARS.forEach(jar -> parts.add(library.resolve(jar)));
        parts.add(java.classes());
        return new AotCaches(library, digest(parts));
    }

    private static String digest(List<Path> files) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files) {
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public AotCache of(Family family) {
        return new AotCache(family, library, digest);
    }

    /// Makes them all, as many at a time as there are processors.
    public void train(JavaRuntime java, Path work) throws IOException, InterruptedException {
        int processors = Runtime.getRuntime().availableProcessors();
        try (var workers = Executors.newFixedThreadPool(processors)) {
            for (var training : workers.invokeAll(trainings(java, work))) {
                training.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private List<Callable<Path>> trainings(JavaRuntime java, Path work) {
        return Arrays.stream(Family.values())
                .map(family -> (Callable<Path>) () -> of(family).train(java, work))
                .toList();
    }
}
