package io.github.dnscli.common.check;

import io.github.dnscli.common.record.TypeBits;
import java.util.ArrayList;
import java.util.List;

/// Which rules a name is shown to, by the types that stand there. A zone of a million names has few combinations of types,
/// and for most of them few rules: each combination is looked into once.
final class RuleTable {

    private static final int SLOTS = 256;

    // Bits that no type has.
    private static final int HIDDEN = 1 << 30;
    private static final int ODD = 1 << 29;

    private final List<NameRule> rules;
    private final int[] keys = new int[SLOTS];
    private final List<List<NameRule>> found = new ArrayList<>();

    RuleTable(List<NameRule> rules) {
        this.rules = rules;
        for (int i = 0; i < SLOTS; i++) {
            found.add(List.of());
        }
    }

    /// {@return the rules that a name may concern}
    List<NameRule> rules(NameInZone at) {
        int key = at.types() | (at.mayBeHidden() ? HIDDEN : 0) | (at.isHostName() ? 0 : ODD);
        int slot = (key * 0x9e3779b1) >>> 24;
        if (keys[slot] != key) {
            keys[slot] = key;
            found.set(slot, rules.stream().filter(rule -> (bits(rule) & key) != 0).toList());
        }
        return found.get(slot);
    }

    private static int bits(NameRule rule) {
        return switch (rule) {
            case HiddenNameRule _ -> HIDDEN;
            case OddNameRule _ -> ODD;
            case NameRule other when other.types().isEmpty() -> -1;
            case NameRule other -> TypeBits.of(other.types());
        };
    }
}
