package io.github.dnscli.common.check;

import io.github.dnscli.common.record.RecordType;
import java.util.Set;

/// A rule that judges a zone one name at a time.
public interface NameRule {

    /// {@return the types that the rule is about: names without any of them need not be shown to it}; empty when every
    /// name may matter
    Set<RecordType> types();

    /// Judges a name.
    ///
    /// @param at the name and what stands there
    void judge(NameInZone at, Findings findings);
}
