package io.github.dnscli.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.Includes;
import io.github.dnscli.common.text.ReaderOptions;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.common.text.ZoneEditor;
import io.github.dnscli.common.text.ZoneFile;
import io.github.dnscli.common.text.ZoneReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random updates of zone files in many styles: what git shows of each are the lines of what was to change, and the file
/// means what it should.
class EditedZonesTest {

    private static final int FILES = 300;
    private static final int UPDATES = 3000;

    /// An update that was made.
    ///
    /// @param commit the number of its commit
    private record Edit(
            int commit, ZoneFile before, ZoneFile after, ZoneUpdate update, String about) {}

    @TempDir private Path folder;

    private final List<Edit> edits = new ArrayList<>();
    private int refused;

    @Test
    void gitShowsTheLinesOfWhatWasToChange() throws IOException {
        try (var history = new EditHistory(folder)) {
            for (int seed = 0; seed < FILES; seed++) {
                editOften(seed, history);
            }
            var diffs = history.diffs();
            for (var edit : edits) {
                String diff = diffs.get(edit.commit());
                String about = edit.about() + ":\n" + diff;
                new EditJudge(edit.before(), edit.after(), edit.update(), about)
                        .judge(Hunk.all(diff));
            }
        }
        assertThat(edits).hasSize(UPDATES);
        assertThat(refused).isPositive();
    }

    private void editOften(int seed, EditHistory history) throws IOException {
        var random = new Random(seed);
        var zone = StyledZone.of(random);
        String path = "zones/" + seed;
        var file = read(zone, zone.text().getBytes(UTF_8));
        assertThat(file.hasErrors()).as("seed %d: %s", seed, file.findings()).isFalse();
        history.commit(path, file.source().bytes());
        for (int made = 0; made < UPDATES / FILES; ) {
            var update = ZoneUpdate.of(file, random);
            String about = "seed %d, update %d".formatted(seed, made);
            if (ZoneEditor.obstacle(file, update.changes()).isPresent()) {
                assertStandsElsewhere(file, update, about);
                refused++;
            } else {
                var after = edited(zone, file, update, about);
                int commit = history.commit(path, after.source().bytes());
                edits.add(new Edit(commit, file, after, update, about));
                file = after;
                made++;
            }
        }
    }

    private static ZoneFile edited(
            StyledZone zone, ZoneFile before, ZoneUpdate update, String about) {
        var after = read(zone, ZoneEditor.edit(before, update.changes()));
        assertThat(after.zone()).as(about).isEqualTo(update.appliedTo(before.zone()));
        return after;
    }

    private static void assertStandsElsewhere(ZoneFile file, ZoneUpdate update, String about) {
        var elsewhere = file.writtenElsewhere().stream().map(ZoneUpdate.Key::of).toList();
        assertThat(update.sets().keySet()).as(about).containsAnyElementsOf(elsewhere);
    }

    private static ZoneFile read(StyledZone zone, byte[] text) {
        var options =
                ReaderOptions.forZone(DomainName.of(zone.origin()))
                        .withIncludes(name -> opened(zone, name));
        return ZoneReader.read(new Source(text, "zone"), options);
    }

    private static Includes.Included opened(StyledZone zone, String name) {
        byte[] text = zone.included().getOrDefault(name, "").getBytes(UTF_8);
        return new Includes.Included.Opened(new Source(text, name), name);
    }
}
