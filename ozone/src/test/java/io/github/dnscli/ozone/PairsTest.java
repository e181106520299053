package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.dnscli.common.finding.Check;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each check finds what is wrong in its bad zones, at the right place, and nothing in its good ones.
class PairsTest {

    @TestFactory
    Stream<DynamicContainer> eachCheckTellsBadFromGood() throws IOException {
        return folders().stream()
                .map(
                        folder ->
                                dynamicContainer(
                                        id(folder), Pair.of(folder).stream().map(PairsTest::test)));
    }

    private static DynamicNode test(Pair pair) {
        return dynamicTest(pair.toString(), () -> assertThat(pair.found()).isEqualTo(pair.place()));
    }

    @Test
    void everyCheckHasABadZoneAndAGoodOne() throws IOException {
        var missing = new TreeSet<String>();
        for (var check : KnownChecks.all()) {
            var pairs = folders().stream().filter(folder -> id(folder).equals(check.id())).toList();
            boolean complete =
                    !pairs.isEmpty()
                            && Pair.of(pairs.getFirst()).stream().anyMatch(Pair::isBad)
                            && Pair.of(pairs.getFirst()).stream().anyMatch(pair -> !pair.isBad());
            if (!complete) {
                missing.add(check.id());
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyPairIsOfACheck() throws IOException {
        var ids = KnownChecks.all().stream().map(Check::id).toList();

        assertThat(folders()).allMatch(folder -> ids.contains(id(folder)));
    }

    @Test
    void everyZoneIsExpectedToShowSomethingOrNothing() throws IOException {
        for (var folder : folders()) {
            var expected = Pair.of(folder).stream().map(Pair::file).toList();
            try (var files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .as(id(folder))
                        .filteredOn(name -> name.matches("(bad|good).*"))
                        .allMatch(expected::contains);
            }
        }
    }

    private static String id(Path folder) {
        return folder.getFileName().toString();
    }

    private static List<Path> folders() throws IOException {
        var resource = PairsTest.class.getResource("/checks");
        if (resource == null) {
            return List.of();
        }
        try (var folders = Files.list(Path.of(resource.toURI()))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
