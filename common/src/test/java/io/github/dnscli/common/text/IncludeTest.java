package io.github.dnscli.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncludeTest {

    @TempDir private Path folder;
    private Path zones;

    @BeforeEach
    void makeFolder() throws IOException {
        zones = Files.createDirectory(folder.resolve("zones"));
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(zones.resolve(name).getParent());
        Files.writeString(zones.resolve(name), text);
    }

    private ZoneFile read(String text) throws IOException {
        write("example", "$TTL 60\n" + text);
        var shown = Path.of("zones", "example");
        return ZoneReader.read(
                Source.read(zones.resolve("example"), shown.toString()),
                ReaderOptions.forZone(DomainName.of("example"))
                        .withIncludes(FolderIncludes.beside(zones.resolve("example"), shown)));
    }

    private List<String> records(String text) throws IOException {
        var file = read(text);
        assertThat(file.findings()).isEmpty();
        return file.plainRecords().stream().map(Object::toString).toList();
    }

    private List<String> findings(String text) throws IOException {
        return read(text).findings().stream().map(Finding::toString).toList();
    }

    @Test
    void readsTheFileInPlace() throws IOException {
        write("hosts", "b A 192.0.2.2\n");
        assertThat(records("a A 192.0.2.1\n$INCLUDE hosts\nc A 192.0.2.3\n"))
                .containsExactly(
                        "a.example. 60 IN A 192.0.2.1",
                        "b.example. 60 IN A 192.0.2.2",
                        "c.example. 60 IN A 192.0.2.3");
    }

    @Test
    void givesItAnOriginAndTakesOriginOwnerAndTtlBack() throws IOException {
        write("sub/hosts", "$TTL 5\nb A 192.0.2.2\n$ORIGIN else.\n  A 192.0.2.3\n");
        assertThat(records("a A 192.0.2.1\n$include \"sub/hosts\" sub ; comment\n  A 192.0.2.4\n"))
                .containsExactly(
                        "a.example. 60 IN A 192.0.2.1",
                        "b.sub.example. 5 IN A 192.0.2.2",
                        "b.sub.example. 5 IN A 192.0.2.3",
                        "a.example. 60 IN A 192.0.2.4");
    }

    @Test
    void placesRecordsAndFaultsInTheirFile() throws IOException {
        write("hosts", "\nb A 192.0.2.2\nc A 192.0.2.\n");
        var file = read("$INCLUDE hosts\nd A 192.0.2.\n");
        assertThat(file.records())
                .extracting(placed -> placed.place().toString())
                .containsExactly("zones/hosts:2:1");
        assertThat(file.findings())
                .extracting(finding -> finding.place().toString())
                .containsExactly("zones/hosts:3:5", "zones/example:3:5");
    }

    @Test
    void reportsAFileThatIsNotThere() throws IOException {
        assertThat(findings("$INCLUDE nowhere\na A 192.0.2.1\n"))
                .containsExactly(
                        "zones/example:2:10: error: 'nowhere' does not exist [include-missing]");
        Files.createDirectory(zones.resolve("sub"));
        assertThat(findings("$INCLUDE sub\n"))
                .containsExactly(
                        "zones/example:2:10: error: 'sub' is not a file [include-missing]");
    }

    @Test
    void staysInTheFolderOfTheZoneFile() throws IOException {
        Files.writeString(folder.resolve("secret"), "a TXT secret\n");
        Files.createSymbolicLink(zones.resolve("link"), folder.resolve("secret"));
        for (String file :
                List.of("../secret", folder.resolve("secret").toString(), "link", "../nowhere")) {
            assertThat(findings("$INCLUDE " + file + "\n"))
                    .as(file)
                    .singleElement()
                    .asString()
                    .startsWith("zones/example:2:10: error: '")
                    .endsWith("lies outside '" + zones + "' [include-outside-root]");
        }
    }

    @Test
    void goesFartherWhenToldTo() throws IOException {
        Files.writeString(folder.resolve("shared"), "a A 192.0.2.1\n");
        write("example", "$TTL 60\n$INCLUDE ../shared\n");
        var file =
                ZoneReader.read(
                        Source.read(zones.resolve("example")),
                        ReaderOptions.forZone(DomainName.of("example"))
                                .withIncludes(
                                        FolderIncludes.beside(
                                                        zones.resolve("example"),
                                                        Path.of("example"))
                                                .within(folder)));
        assertThat(file.findings()).isEmpty();
        assertThat(file.records()).hasSize(1);
    }

    @Test
    void endsLoops() throws IOException {
        write("a", "$INCLUDE b\n");
        write("b", "x A 192.0.2.1\n$INCLUDE ./a\n");
        assertThat(findings("$INCLUDE a\n"))
                .containsExactly(
                        "zones/b:2:10: error: './a' is being read already: it includes itself [include-loop]");
        assertThat(findings("$INCLUDE example\nx A 192.0.2.1\n"))
                .singleElement()
                .asString()
                .endsWith("[include-loop]");
    }

    @Test
    void goesOnlySoDeep() throws IOException {
        for (int i = 0; i < 12; i++) {
            write("f" + i, "$INCLUDE f" + (i + 1) + "\nx A 192.0.2.1\n");
        }
        assertThat(findings("$INCLUDE f0\n"))
                .singleElement()
                .asString()
                .startsWith("zones/f9:1:10: error: 'f10' ")
                .endsWith("[include-too-deep]");
    }

    @Test
    void doesNotMultiplyWithoutEnd() throws IOException {
        for (int i = 0; i < 9; i++) {
            write("f" + i, ("$INCLUDE f" + (i + 1) + "\n").repeat(8));
        }
        write("f9", "x A 192.0.2.1\n");
        assertThat(findings("$INCLUDE f0\n")).first().asString().endsWith("[include-too-deep]");
    }

    @Test
    void refusesEveryFileUnlessToldWhereTheyAre() {
        var file =
                ZoneReader.read(
                        new Source("$INCLUDE x\n".getBytes(StandardCharsets.UTF_8), "zone"),
                        ReaderOptions.forZone(DomainName.of("example")));
        assertThat(file.findings())
                .singleElement()
                .asString()
                .isEqualTo(
                        "zone:1:10: error: 'x' cannot be included into this text [include-missing]");
    }
}
