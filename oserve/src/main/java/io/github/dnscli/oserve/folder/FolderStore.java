package io.github.dnscli.oserve.folder;

import io.github.dnscli.cli.SafeFile;
import io.github.dnscli.common.check.Scope;
import io.github.dnscli.common.check.ZoneChecks;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.text.SetChange;
import io.github.dnscli.common.text.ZoneEditor;
import io.github.dnscli.common.text.ZoneFile;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;
import io.github.dnscli.gitstore.merge.Replay;
import io.github.dnscli.gitstore.merge.ZoneEdit;
import io.github.dnscli.gitstore.reading.ReadingEvent;
import io.github.dnscli.gitstore.reading.ZoneFiles;
import io.github.dnscli.gitstore.reading.ZoneReading;
import io.github.dnscli.server.ZoneStore;
import io.github.dnscli.server.state.ZoneChange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// Writes updates into the zone files of a folder, durably and in place.
///
/// The file on the disk is the truth. If somebody has edited it since it was served, the change is made in the edited
/// text, under a serial newer than both, and the edit still waits for its NOTIFY to be served; if the edited text is no
/// good zone, or would not be with the change, the update is refused and the file left alone.
public final class FolderStore implements ZoneStore {

    private final ZoneFolder folder;
    private final Consumer<ReadingEvent> listener;

    /// Makes a store.
    ///
    /// @param listener is told when an update meets an edit
    public FolderStore(ZoneFolder folder, Consumer<ReadingEvent> listener) {
        this.folder = folder;
        this.listener = listener;
    }

    @Override
    public void save(ZoneChange change) throws IOException {
        var origin = change.after().origin();
        var file =
                folder.fileOf(origin)
                        .orElseThrow(() -> new IOException("the file of the zone is gone"));
        var path = file.path();
        var text = ZoneFiles.parse(file, origin);
        var stored = stored(path, text);
        var target = stored.equals(change.before()) ? change.after() : merged(stored, change);
        judge(target, change.diff());
        var changes = SetChange.all(ZoneDiff.between(stored, target));
        var obstacle = ZoneEditor.obstacle(text, changes);
        if (obstacle.isPresent()) {
            throw new IOException("'" + path + "' cannot be edited: " + obstacle.get());
        }
        byte[] edited = ZoneEditor.edit(text, changes);
        SafeFile.writeIfChanged(path, edited, SafeFile.Access.PUBLIC);
        if (!target.equals(change.after())) {
            var serial = target.serial().orElseThrow();
            listener.accept(new ReadingEvent.Merged(path, origin, serial));
        }
    }

    private static Zone stored(Path file, ZoneFile text) throws IOException {
        return switch (ZoneReading.of(file, text)) {
            case ZoneReading.Good good -> good.zone();
            case ZoneReading.Faulty faulty ->
                    throw edited(file, faulty.errors().getFirst().toString());
            case ZoneReading.Unlike unlike -> throw edited(file, unlike.reason());
            case ZoneReading.Unreadable unreadable -> throw edited(file, unreadable.problem());
        };
    }

    private static IOException edited(Path file, String problem) {
        return new IOException(
                "'" + file + "' was edited since it was read and is no good zone now: " + problem);
    }

    /// The serial is newer than both, as the two zones differ.
    private static Zone merged(Zone stored, ZoneChange change) throws IOException {
        var replay = Replay.of(stored, List.of(ZoneEdit.of(0, Instant.EPOCH, change)));
        if (!replay.conflicts().isEmpty()) {
            throw new IOException(
                    "the update clashes with an edit of the zone's file that is not served yet: "
                            + replay.conflicts().getFirst().reason());
        }
        var merged = replay.zone();
        var seen = change.after().serial().orElseThrow();
        return merged.serial().orElseThrow().isNewerThan(seen)
                ? merged
                : merged.withSerial(seen.next());
    }

    private static void judge(Zone target, ZoneDiff diff) throws IOException {
        var fault = ZoneChecks.faults(target, Scope.after(diff)).stream().findFirst();
        if (fault.isPresent()) {
            throw new IOException(
                    "the zone could not be read again with the update: "
                            + fault.map(Finding::message).get());
        }
    }
}
