package io.github.dnscli.common.check;

import io.github.dnscli.common.record.RecordType;
import java.util.Set;

/// A rule about names at or below a cut or a DNAME record; no others are shown to it.
interface HiddenNameRule extends NameRule {

    @Override
    default Set<RecordType> types() {
        return Set.of();
    }
}
