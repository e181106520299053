package io.github.dnscli.gitstore;

import io.github.dnscli.common.text.SetChange;
import io.github.dnscli.common.text.ZoneEditor;
import io.github.dnscli.common.text.ZoneFile;
import io.github.dnscli.common.text.ZoneWriter;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;
import io.github.dnscli.gitstore.GitTree.GitFile;
import io.github.dnscli.gitstore.reading.ZoneFiles;
import io.github.dnscli.gitstore.repository.Revision;
import io.github.dnscli.gitstore.repository.ZoneRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Edits the texts of zones as commits have them, one commit after the other: what an edit has made of a text need not be
/// read again for the next.
final class TextEdits {

    private final ZoneRepository repository;
    private final Consumer<GitEvent> listener;
    private final Map<String, ZoneFile> texts = new HashMap<>();

    /// Has read nothing yet.
    ///
    /// @param repository where the commits are
    /// @param listener is told when a text cannot be edited
    TextEdits(ZoneRepository repository, Consumer<GitEvent> listener) {
        this.repository = repository;
        this.listener = listener;
    }

    /// {@return the text of a zone with a difference made in place}
    ///
    /// @param revision the commit that has the text; those edited before came from it, or from one of its ancestors
    /// @param file the name of the zone's file
    /// @param after the zone with the difference made
    byte[] edited(Revision revision, String file, Zone after, ZoneDiff diff) throws IOException {
        var stored = stored(revision, file);
        var text = texts.remove(file);
        try {
            var revised =
                    ZoneEditor.revise(
                            text == null ? ZoneFiles.parse(stored, after.origin()) : text,
                            SetChange.all(diff));
            texts.put(file, revised);
            return revised.source().bytes();
        } catch (IllegalArgumentException | IllegalStateException e) {
            return anew(stored, after, String.valueOf(e.getMessage()));
        }
    }

    private GitFile stored(Revision revision, String file) throws IOException {
        return new GitTree(repository, revision)
                .file(file)
                .orElseThrow(
                        () ->
                                new IOException(
                                        "'%s' is gone from commit %s"
                                                .formatted(file, revision.brief())));
    }

    /// Layout is worth less than an acknowledged change.
    private byte[] anew(GitFile file, Zone after, String problem) {
        listener.accept(
                new GitEvent.WrittenAnew(after.origin(), "'" + file.path() + "': " + problem));
        var sets = after.recordSets().toList();
        return ZoneWriter.write(after.origin(), sets).getBytes(StandardCharsets.UTF_8);
    }
}
