package io.github.dnscli.gitstore;

import io.github.dnscli.common.text.SetChange;
import io.github.dnscli.common.text.ZoneEditor;
import io.github.dnscli.common.text.ZoneWriter;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;
import io.github.dnscli.gitstore.GitTree.GitFile;
import io.github.dnscli.gitstore.reading.ZoneFiles;
import io.github.dnscli.gitstore.repository.Revision;
import io.github.dnscli.gitstore.repository.ZoneRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Edits the texts of zones as commits have them.
///
/// @param repository where the commits are
/// @param listener is told when a text cannot be edited
record TextEdits(ZoneRepository repository, Consumer<GitEvent> listener) {

    /// {@return the text of a zone with a difference made in place}
    ///
    /// @param revision the commit that has the text
    /// @param file the name of the zone's file
    /// @param after the zone with the difference made
    byte[] edited(Revision revision, String file, Zone after, ZoneDiff diff) throws IOException {
        var stored =
                new GitTree(repository, revision)
                        .file(file)
                        .orElseThrow(
                                () ->
                                        new IOException(
                                                "'%s' is gone from commit %s"
                                                        .formatted(file, revision.brief())));
        try {
            var text = ZoneFiles.parse(stored, after.origin());
            return ZoneEditor.edit(text, SetChange.all(diff));
        } catch (IllegalArgumentException | IllegalStateException e) {
            return anew(stored, after, String.valueOf(e.getMessage()));
        }
    }

    /// Layout is worth less than an acknowledged change.
    private byte[] anew(GitFile file, Zone after, String problem) {
        listener.accept(
                new GitEvent.WrittenAnew(after.origin(), "'" + file.path() + "': " + problem));
        var sets = after.recordSets().toList();
        return ZoneWriter.write(after.origin(), sets).getBytes(StandardCharsets.UTF_8);
    }
}
