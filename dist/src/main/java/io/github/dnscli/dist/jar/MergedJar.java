package io.github.dnscli.dist.jar;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// One jar of many, so that a program starts quickly: stored without compression, its classes in formats that the AOT
/// cache takes.
///
/// Left out are signature files, because signed classes are not cached; module descriptors, because a class path has no
/// use for them; and what build tools left behind. Of classes for several versions of Java the newest that 25 can
/// run are taken.
public final class MergedJar {

    private static final Pattern LEFT_OUT =
            Pattern.compile(
                    "META-INF/(.*\\.(SF|RSA|DSA|EC)|MANIFEST\\.MF|INDEX\\.LIST|maven/.*)|.*module-info\\.class");
    private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/(\\d+)/(.+)");
    private static final int JAVA = 25;
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final Map<String, byte[]> entries = new TreeMap<>();
    private final Map<String, Integer> versions = new TreeMap<>();

    /// Adds a jar or a folder of classes. What is there already stays, unless the new one is for a newer Java.
    public void add(Path part) throws IOException {
        if (Files.isDirectory(part)) {
            addAll(part);
        } else {
            try (var jar = FileSystems.newFileSystem(part)) {
                addAll(jar.getPath("/"));
            }
        }
    }

    private void addAll(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                add(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }

    private void add(String name, byte[] content) {
        Matcher versioned = VERSIONED.matcher(name);
        if (LEFT_OUT.matcher(name).matches()) {
            return;
        }
        if (versioned.matches()) {
            put(versioned.group(2), Integer.parseInt(versioned.group(1)), content);
        } else {
            put(name, 0, content);
        }
    }

    private void put(String name, int version, byte[] content) {
        if (version <= JAVA && version > versions.getOrDefault(name, -1)) {
            entries.put(name, content);
            versions.put(name, version);
        }
    }

    /// Writes the jar.
    ///
    /// @param all this one and those beside it, whose classes its own may extend
    public void write(Path file, Collection<MergedJar> all) throws IOException {
        var classes = new HashMap<String, byte[]>();
        all.forEach(jar -> classes.putAll(jar.entries));
        try (var jar = new ZipOutputStream(Files.newOutputStream(file))) {
            jar.setMethod(ZipOutputStream.STORED);
            store(jar, MANIFEST, "Manifest-Version: 1.0\r\n\r\n".getBytes(US_ASCII));
            var format = new ClassFormat(classes);
            for (var entry : entries.entrySet()) {
                store(jar, entry.getKey(), format.modern(entry.getKey(), entry.getValue()));
            }
        }
    }

    private static void store(ZipOutputStream jar, String name, byte[] content) throws IOException {
        var checksum = new CRC32();
        checksum.update(content);
        var entry = new ZipEntry(name);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(LocalDateTime.of(1980, 2, 1, 0, 0));
        jar.putNextEntry(entry);
        jar.write(content);
        jar.closeEntry();
    }
}
