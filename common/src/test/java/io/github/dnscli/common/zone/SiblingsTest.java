package io.github.dnscli.common.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiblingsTest {

    private static DomainName name(Random random) {
        return DomainName.of("sibling" + random.nextInt(300) + ".example");
    }

    private static ChangedSubtree subtree(DomainName name) {
        return new ChangedSubtree(new ZoneNode(name, List.of()), 0, Siblings.NONE);
    }

    private static List<DomainName> names(Siblings.@Nullable Branch branch) {
        var names = new ArrayList<DomainName>();
        if (branch != null) {
            names.addAll(names(branch.left()));
            names.add(branch.subtree().name());
            names.addAll(names(branch.right()));
        }
        return names;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void behaveLikeASortedMapUnderRandomChanges(long seed) {
        var random = new Random(seed);
        var expected = new TreeMap<DomainName, ChangedSubtree>();
        var siblings = Siblings.NONE;
        for (int step = 0; step < 2_000; step++) {
            var name = name(random);
            if (random.nextInt(3) == 0) {
                expected.remove(name);
                siblings = siblings.without(name);
            } else {
                expected.put(name, subtree(name));
                siblings = siblings.with(subtree(name));
            }
            var probe = name(random);
            var before = expected.lowerEntry(probe);
            assertThat(siblings.find(probe).isPresent()).isEqualTo(expected.containsKey(probe));
            assertThat(siblings.before(probe).map(ChangedSubtree::name).orElse(null))
                    .isEqualTo(before == null ? null : before.getKey());
            assertThat(siblings.size()).isEqualTo(expected.size());
        }
        assertThat(names(siblings.root())).containsExactlyElementsOf(expected.keySet());
        assertThat(siblings.last().orElseThrow().name()).isEqualTo(expected.lastKey());
    }

    @Test
    void oldOnesStayAsTheyWere() {
        var random = new Random(7);
        var siblings = Siblings.NONE;
        for (int i = 0; i < 100; i++) {
            siblings = siblings.with(subtree(name(random)));
        }
        var names = names(siblings.root());
        for (var name : names) {
            siblings.without(name);
        }
        assertThat(names(siblings.root())).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void areSplitAtAName(long seed) {
        var random = new Random(seed);
        var siblings = Siblings.NONE;
        for (int i = 0; i < 200; i++) {
            siblings = siblings.with(subtree(name(random)));
        }
        for (int i = 0; i < 200; i++) {
            var name = name(random);
            var parts = Siblings.split(siblings.root(), name);
            var joined = new ArrayList<>(names(parts.before()));
            assertThat(joined).allMatch(before -> before.compareTo(name) < 0);
            parts.at().ifPresent(at -> joined.add(at.name()));
            assertThat(parts.at().isPresent()).isEqualTo(siblings.find(name).isPresent());
            assertThat(names(parts.after())).allMatch(after -> after.compareTo(name) > 0);
            joined.addAll(names(parts.after()));
            assertThat(joined).isEqualTo(names(siblings.root()));
        }
    }

    @Test
    void aTreeThatIsNotDividedBySplittingStaysTheVerySame() {
        var siblings = Siblings.NONE;
        for (int i = 10; i < 99; i++) {
            siblings = siblings.with(subtree(DomainName.of("m" + i + ".example")));
        }
        assertThat(Siblings.split(siblings.root(), DomainName.of("a.example")).after())
                .isSameAs(siblings.root());
        assertThat(Siblings.split(siblings.root(), DomainName.of("z.example")).before())
                .isSameAs(siblings.root());
    }
}
