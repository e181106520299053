package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.zone.Zone;
import java.util.List;

/// A rule that judges a zone one name at a time.
interface NameRule {

    /// Judges a name.
    ///
    /// @param sets all record sets at the name
    void judge(Zone zone, DomainName name, List<RecordSet> sets, Findings findings);
}
