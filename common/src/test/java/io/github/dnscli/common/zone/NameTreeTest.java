package io.github.dnscli.common.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTreeTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void behavesLikeASortedMapUnderRandomChanges(long seed) {
        var random = new Random(seed);
        var expected = new TreeMap<DomainName, ZoneNode>();
        var tree = NameTree.EMPTY;
        for (int step = 0; step < 2_000; step++) {
            var name =
                    DomainName.of(
                            "n" + random.nextInt(300) + ".d" + random.nextInt(5) + ".example");
            if (random.nextInt(3) == 0) {
                expected.remove(name);
                tree = tree.without(name);
            } else {
                var node = new ZoneNode(name, List.of());
                expected.put(name, node);
                tree = tree.with(node);
            }
            var probe =
                    DomainName.of(
                            "n" + random.nextInt(300) + ".d" + random.nextInt(5) + ".example");
            assertThat(tree.find(probe).isPresent()).isEqualTo(expected.containsKey(probe));
            var ceiling = expected.ceilingEntry(probe);
            assertThat(tree.ceiling(probe).map(ZoneNode::name).orElse(null))
                    .isEqualTo(ceiling == null ? null : ceiling.getKey());
        }
        assertThat(tree).containsExactlyElementsOf(expected.values());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 100})
    void isBuiltFromSortedNodes(int size) {
        var nodes = new ArrayList<ZoneNode>();
        for (int i = 0; i < size; i++) {
            nodes.add(new ZoneNode(DomainName.of("n%03d.example".formatted(i)), List.of()));
        }
        assertThat(NameTree.ofSorted(nodes)).containsExactlyElementsOf(nodes);
    }

    @ParameterizedTest
    @ValueSource(longs = {7})
    void leavesTheOldTreeAsItWas(long seed) {
        var random = new Random(seed);
        var tree = NameTree.EMPTY;
        for (int i = 0; i < 100; i++) {
            tree = tree.with(new ZoneNode(DomainName.of("n" + random.nextInt(1000)), List.of()));
        }
        var names = new ArrayList<DomainName>();
        tree.forEach(node -> names.add(node.name()));
        for (var name : names) {
            tree.without(name);
        }
        assertThat(tree).extracting(ZoneNode::name).containsExactlyElementsOf(names);
    }
}
