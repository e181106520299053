package io.github.dnscli.oserve.secondary;

import io.github.dnscli.cli.SafeFile;
import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.text.ReaderOptions;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.common.text.ZoneReader;
import io.github.dnscli.common.text.ZoneWriter;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.secondary.KeptZone;
import io.github.dnscli.server.secondary.SecondaryStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A folder of zones that came from elsewhere: of each a file with its records, `NAME.zone`, and one that says when and
/// where a primary last had nothing newer, `NAME.state`. Each file is replaced in one step.
///
/// The records are written first. If the machine stops before the other file follows, what that says of an older version
/// is taken for the newer one, which expires too early at the worst.
public final class StateFolder implements SecondaryStore {

    private static final String ZONE = ".zone";
    private static final String STATE = ".state";
    private static final int SETS_AT_ONCE = 10_000;

    private final Path folder;
    private final Consumer<String> complaints;

    private StateFolder(Path folder, Consumer<String> complaints) {
        this.folder = folder;
        this.complaints = complaints;
    }

    /// {@return a folder, made if need be}
    ///
    /// @param complaints hears of files that cannot be used, for people
    /// @throws IOException if it cannot be made
    public static StateFolder open(Path folder, Consumer<String> complaints) throws IOException {
        Files.createDirectories(folder);
        return new StateFolder(folder, complaints);
    }

    @Override
    public List<KeptZone> load() throws IOException {
        var zones = new ArrayList<KeptZone>();
        try (var files = Files.newDirectoryStream(folder, "*" + STATE)) {
            for (var file : files) {
                read(file).ifPresent(zones::add);
            }
        }
        return zones;
    }

    private Optional<KeptZone> read(Path stateFile) {
        try {
            return switch (ZoneState.read(stateFile)) {
                case ZoneState.Parsed.Bad(var problem) -> bad(stateFile, problem);
                case ZoneState.Parsed.Good(var state) -> read(state);
            };
        } catch (IOException unreadable) {
            return bad(stateFile, IoTrouble.describe(unreadable));
        }
    }

    private Optional<KeptZone> read(ZoneState state) throws IOException {
        var file = file(state.zone(), ZONE);
        var text = ZoneReader.read(Source.read(file), ReaderOptions.forZone(state.zone()));
        if (text.hasErrors()) {
            return bad(file, text.findings().getFirst().toString());
        }
        var zone = Zone.of(state.zone(), text.columns());
        return zone.soa().isEmpty()
                ? bad(file, "it holds no SOA record of '" + state.zone().display() + "'")
                : Optional.of(new KeptZone(zone, state.lastSuccess(), state.primary()));
    }

    private Optional<KeptZone> bad(Path file, String problem) {
        complaints.accept("'" + file + "' is of no use, its zone will be fetched: " + problem);
        return Optional.empty();
    }

    @Override
    public void save(KeptZone kept) throws IOException {
        var origin = kept.zone().origin();
        SafeFile.writeIfChanged(file(origin, ZONE), text(kept.zone()), SafeFile.Access.PUBLIC);
        touch(origin, kept.lastSuccess(), kept.primary());
    }

    /// A part of the records at a time, for there may be millions; each part says its origin and TTL anew.
    private static byte[] text(Zone zone) {
        var text = new ByteArrayOutputStream();
        var some = new ArrayList<RecordSet>();
        zone.recordSet(zone.origin(), RecordType.SOA).ifPresent(some::add);
        var sets = zone.recordSets().iterator();
        while (sets.hasNext()) {
            var set = sets.next();
            if (!set.type().equals(RecordType.SOA)) {
                some.add(set);
            }
            if (some.size() == SETS_AT_ONCE || !sets.hasNext()) {
                text.writeBytes(
                        ZoneWriter.write(zone.origin(), some).getBytes(StandardCharsets.US_ASCII));
                some.clear();
            }
        }
        return text.toByteArray();
    }

    @Override
    public void touch(DomainName zone, Instant lastSuccess, ServerAddress primary)
            throws IOException {
        var state = new ZoneState(zone, lastSuccess, primary);
        SafeFile.writeIfChanged(
                file(zone, STATE),
                state.text().getBytes(StandardCharsets.US_ASCII),
                SafeFile.Access.PUBLIC);
    }

    @Override
    public void remove(DomainName zone) throws IOException {
        Files.deleteIfExists(file(zone, STATE));
        Files.deleteIfExists(file(zone, ZONE));
    }

    private Path file(DomainName zone, String ending) {
        return folder.resolve(StateFileName.of(zone) + ending);
    }
}
