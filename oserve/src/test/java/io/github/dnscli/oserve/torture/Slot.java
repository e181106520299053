package io.github.dnscli.oserve.torture;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;

/// Where a record set is.
///
/// @param zone the zone
/// @param owner the name
/// @param type the type
record Slot(DomainName zone, DomainName owner, RecordType type) {}
