package io.github.dnscli.dist.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.dnscli.dist.installed.Sources;
import io.github.dnscli.dist.program.Programs;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What GraalVM is told of the commands that the profile `native` makes programs of.
class NativeMetadataTest {

    private static final List<String> LIBRARIES = List.of("common", "certificate", "cli");
    private static final List<String> COMMANDS =
            List.of("ozone", "onotify", "oupdate", "ocertify", "otlsa-fetch");

    private static final Pattern RESOURCE =
            Pattern.compile("(\\w+)\\.class\\s*\\.getResourceAsStream\\(\\s*\"([^\"]+)\"\\)");
    private static final Pattern BEHIND_THE_BACK =
            Pattern.compile(
                    "getResource|ResourceBundle|ServiceLoader|Class\\.forName|java\\.lang\\.reflect|Proxy\\.");

    static List<String> modules() {
        return Stream.concat(LIBRARIES.stream(), COMMANDS.stream()).toList();
    }

    static List<String> commands() {
        return COMMANDS;
    }

    private static Path sources(String module) {
        return Sources.ROOT.resolve(module).resolve("src/main/java");
    }

    private static Set<String> namedResources(String module) throws IOException {
        var named = new TreeSet<String>();
        String artifact = "dns-cli-" + module;
        var metadata =
                "/META-INF/native-image/io.github.dnscli/"
                        + artifact
                        + "/reachability-metadata.json";
        try (var json = NativeMetadataTest.class.getResourceAsStream(metadata)) {
            if (json != null) {
                var known = parse(new InputStreamReader(json, StandardCharsets.UTF_8));
                assertThat(known.keySet()).containsOnly("resources");
                for (var resource : known.getAsJsonArray("resources")) {
                    assertThat(resource.getAsJsonObject().keySet()).containsOnly("glob");
                    named.add(resource.getAsJsonObject().get("glob").getAsString());
                }
            }
        }
        return named;
    }

    private static JsonObject parse(Reader json) {
        return JsonParser.parseReader(json).getAsJsonObject();
    }

    private static List<Path> files(String module) throws IOException {
        try (var files = Files.walk(sources(module))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void namesTheResourcesThatTheCodeReadsAndNoOthers(String module) throws IOException {
        var read = new TreeSet<String>();
        for (var file : files(module)) {
            var resources = RESOURCE.matcher(Files.readString(file));
            while (resources.find()) {
                var resource = file.resolveSibling(resources.group(2));
                read.add(sources(module).relativize(resource).toString());
            }
        }

        assertThat(namedResources(module)).isEqualTo(read);
        for (var resource : read) {
            assertThat(NativeMetadataTest.class.getResource("/" + resource)).isNotNull();
        }
    }

    /// What it would have to be told of besides.
    @ParameterizedTest
    @MethodSource("modules")
    void findsNothingElseThatIsReachedByName(String module) throws IOException {
        for (var file : files(module)) {
            var text = RESOURCE.matcher(Files.readString(file)).replaceAll("");

            assertThat(BEHIND_THE_BACK.matcher(text).find()).as(file.toString()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void makesAProgramOfTheCommand(String module) throws IOException {
        var program =
                Programs.ALL.stream()
                        .filter(one -> one.name().equals(module))
                        .findFirst()
                        .orElseThrow();

        assertThat(Sources.ROOT.resolve(module).resolve("pom.xml"))
                .content()
                .contains(
                        "<native.program>" + program.name() + "</native.program>",
                        "<native.main>" + program.mainClass() + "</native.main>");
    }

    @Test
    void isSaidInTheGuide() throws IOException {
        var guide = Files.readString(Sources.ROOT.resolve("docs/native.md"));

        assertThat(COMMANDS).allSatisfy(command -> assertThat(guide).contains(command + "`"));
    }
}
