package io.github.dnscli.oserve.database;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.gitstore.GitStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a database stands, at one moment.
///
/// @param faulty zones whose files must not be served, with what is wrong
/// @param git how the repository stands, if it is one
public record DatabaseStatus(Map<DomainName, List<String>> faulty, Optional<GitStatus> git) {

    /// No database.
    public static final DatabaseStatus NONE = new DatabaseStatus(Map.of(), Optional.empty());

    /// Copies the map.
    public DatabaseStatus {
        faulty = Map.copyOf(faulty);
    }
}
