package io.github.dnscli.oserve.status;

import io.github.dnscli.common.name.DomainName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What events have told of a server, and its state alone does not.
///
/// @param files the files that zones were read from
/// @param problems why zones could not be fetched last; none for those that could
/// @param followers who fetched zones, and who was told of changes
/// @param diskTrouble what the local disk makes trouble about; empty since it does not
/// @param counts what the events of the repository come to
public record Heard(
        Map<DomainName, String> files,
        Map<DomainName, String> problems,
        List<Follower> followers,
        Optional<String> diskTrouble,
        GitCounts counts) {

    /// Nothing yet.
    public static final Heard NOTHING =
            new Heard(Map.of(), Map.of(), List.of(), Optional.empty(), GitCounts.NONE);

    /// Copies the collections.
    public Heard {
        files = Map.copyOf(files);
        problems = Map.copyOf(problems);
        followers = List.copyOf(followers);
    }
}
