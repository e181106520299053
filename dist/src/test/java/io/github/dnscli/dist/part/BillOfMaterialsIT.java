package io.github.dnscli.dist.part;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.github.dnscli.dist.installed.Sources;
import io.github.dnscli.dist.program.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jose4j.json.JsonUtil;
import org.junit.jupiter.api.Test;

/// What the image says that it is made of, against what is in it.
class BillOfMaterialsIT {

    private static final Path IMAGE = Path.of(System.getProperty("dnscli.image"));
    private static final Path REPOSITORY = Path.of(System.getProperty("dnscli.repository"));
    private static final Path BILL = IMAGE.resolve("share/doc/dns-cli.cdx.json");

    @Test
    void namesExactlyTheLibrariesInTheJars() throws Exception {
        var promised = new HashSet<String>();
        for (var part : bill().parts()) {
            promised.addAll(packages(jar(part)));
        }
        var held = new HashSet<String>();
        for (var jar : Family.ALL_JARS) {
            held.addAll(packages(IMAGE.resolve("lib").resolve(jar)));
        }
        held.removeIf(name -> name.startsWith("io/github/dnscli/"));
        assertThat(held).isEqualTo(promised);
    }

    @Test
    void holdsATextForEachLibrary() throws Exception {
        for (var part : bill().parts()) {
            assertThat(IMAGE.resolve("share/doc/licenses").resolve(part.name() + ".txt"))
                    .content()
                    .containsPattern("(?i)licen[cs]e|permission is hereby granted|redistribution");
        }
    }

    /// What the schema of CycloneDX asks for, and what readers of it follow.
    @Test
    void namesEachPartOnceAndNothingElse() throws Exception {
        var bill = JsonParser.parseString(Files.readString(BILL)).getAsJsonObject();
        var known = new HashSet<String>();
        known.add(
                bill.getAsJsonObject("metadata")
                        .getAsJsonObject("component")
                        .get("bom-ref")
                        .getAsString());
        for (var one : bill.getAsJsonArray("components")) {
            var part = one.getAsJsonObject();
            assertThat(part.get("type").getAsString()).isIn("library", "platform");
            assertThat(part.get("name").getAsString()).isNotEmpty();
            assertThat(part.getAsJsonArray("licenses")).isNotEmpty();
            assertThat(known.add(part.get("bom-ref").getAsString())).as(part.toString()).isTrue();
        }
        for (var one : bill.getAsJsonArray("dependencies")) {
            var dependency = one.getAsJsonObject();
            assertThat(dependency.get("ref").getAsString()).isIn(known);
            for (var other : dependency.getAsJsonArray("dependsOn")) {
                assertThat(other.getAsString()).isIn(known);
            }
        }
    }

    @Test
    void namesTheJavaRuntime() throws Exception {
        assertThat(Files.readString(BILL)).contains("\"bom-ref\":\"java-runtime\"");
    }

    /// What would differ from one build to the next.
    @Test
    void saysNeitherWhenNorWhereItWasWritten() throws Exception {
        assertThat(JsonUtil.parseJson(Files.readString(BILL)))
                .containsEntry("bomFormat", "CycloneDX")
                .containsEntry("specVersion", "1.6")
                .doesNotContainKey("serialNumber")
                .extractingByKey("metadata")
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .doesNotContainKey("timestamp");
        assertThat(Files.readString(BILL)).doesNotContain(Sources.ROOT.toString());
    }

    private static BillOfMaterials bill() throws Exception {
        return new BillOfMaterials(JsonUtil.parseJson(Files.readString(BILL)));
    }

    private static Path jar(Part part) {
        return REPOSITORY
                .resolve(part.group().replace('.', '/'))
                .resolve(part.name())
                .resolve(part.version())
                .resolve(part.jar());
    }

    /// {@return the folders in which a jar has classes}
    private static Set<String> packages(Path file) throws IOException {
        try (var jar = new ZipFile(file.toFile())) {
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.replaceFirst("^META-INF/versions/\\d+/", ""))
                    .filter(name -> name.contains("/"))
                    .map(name -> name.substring(0, name.lastIndexOf('/') + 1))
                    .collect(toSet());
        }
    }
}
