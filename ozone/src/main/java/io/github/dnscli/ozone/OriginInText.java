package io.github.dnscli.ozone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.text.Directive;
import io.github.dnscli.common.text.PlacedRecord;
import io.github.dnscli.common.text.ZoneFile;
import java.util.Optional;

/// Finds out from the text of a zone file which zone it holds.
final class OriginInText {

    private OriginInText() {}

    /// {@return the owner of its SOA record}; empty if there is none, or if the text alone does not tell the owner
    ///
    /// @param file as read with the root for its origin
    static Optional<DomainName> find(ZoneFile file) {
        return file.records().stream()
                .filter(record -> record.type().equals(RecordType.SOA))
                .findFirst()
                .map(PlacedRecord::owner)
                .filter(owner -> !owner.isRoot() || saysRoot(file));
    }

    private static boolean saysRoot(ZoneFile file) {
        return file.directives().stream()
                .anyMatch(
                        directive ->
                                directive instanceof Directive.Origin(_, var origin)
                                        && origin.isRoot());
    }
}
