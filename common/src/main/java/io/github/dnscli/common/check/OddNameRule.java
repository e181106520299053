package io.github.dnscli.common.check;

import io.github.dnscli.common.record.RecordType;
import java.util.Set;

/// A rule about names that are no host names; no others are shown to it.
interface OddNameRule extends NameRule {

    @Override
    default Set<RecordType> types() {
        return Set.of();
    }
}
