package io.github.dnscli.gitstore;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import io.github.dnscli.common.text.FileRole;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;
import io.github.dnscli.gitstore.commit.CommitText;
import io.github.dnscli.gitstore.merge.ZoneEdit;
import io.github.dnscli.gitstore.repository.Revision;
import io.github.dnscli.gitstore.repository.ZoneRepository;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Acknowledged changes that a forced push has taken out of the branch, read from the commits that had them.
///
/// @param repository where the commits are
/// @param journal the id of the journal that numbered the changes
record LostEdits(ZoneRepository repository, String journal) {

    /// {@return the changes in commits that a branch does not have any more, the oldest first; each commit makes one for each
    /// of its zones}
    ///
    /// @param old where the branch was, with what was made on it
    /// @param now where it is
    /// @param known the numbers of changes that are not lost
    List<ZoneEdit> between(Revision old, Revision now, Set<Long> known) throws IOException {
        var kept = new HashSet<>(known);
        kept.addAll(numbers(Optional.of(old), now));
        var lost = new ArrayList<ZoneEdit>();
        for (var commit : repository.between(Optional.of(now), old)) {
            var text = new CommitText(repository.message(commit));
            if (!kept.containsAll(numbers(text))) {
                lost.addAll(edits(commit, text));
            }
        }
        return lost;
    }

    /// {@return the numbers of the changes that commits say they contain}
    ///
    /// @param without commits that this one leads to do not count
    Set<Long> numbers(Optional<Revision> without, Revision from) throws IOException {
        var numbers = new HashSet<Long>();
        for (var commit : repository.between(without, from)) {
            numbers.addAll(numbers(new CommitText(repository.message(commit))));
        }
        return numbers;
    }

    private Set<Long> numbers(CommitText text) {
        return text.contained()
                .filter(contained -> contained.journal().equals(journal))
                .map(CommitText.Contained::numbers)
                .orElse(Set.of());
    }

    private List<ZoneEdit> edits(Revision commit, CommitText text) throws IOException {
        var parent = repository.parent(commit);
        if (parent.isEmpty()) {
            return List.of();
        }
        var edits = new ArrayList<ZoneEdit>();
        var before = new GitTree(repository, parent.get());
        for (var file : new GitTree(repository, commit).unlike(before)) {
            var older = before.file(file.stored().path());
            if (older.isPresent()
                    && FileRole.of(file.name()) instanceof FileRole.ZoneText(var origin)) {
                var was = History.zone(older.get(), origin);
                var is = History.zone(file, origin);
                if (was.isPresent() && is.isPresent()) {
                    edits.add(edit(commit, text, was.get(), is.get()));
                }
            }
        }
        return edits;
    }

    private ZoneEdit edit(Revision commit, CommitText text, Zone older, Zone newer)
            throws IOException {
        var diff = ZoneDiff.between(older, newer);
        return new ZoneEdit(
                0,
                Instant.now(),
                newer.origin(),
                key(repository.author(commit)),
                text.peers().stream().findFirst().orElse(""),
                older.serial().orElseThrow(),
                newer.serial().orElseThrow(),
                diff.removed(),
                diff.added());
    }

    private static DomainName key(String author) {
        return DomainName.parse(author, DomainName.ROOT) instanceof ParsedName.Valid(var name)
                ? name
                : DomainName.ROOT;
    }
}
