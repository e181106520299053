package io.github.dnscli.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.record.Ttl;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Odd files, random changes: the result means what it should, and every line that need not change is still there.
class ZoneEditorTortureTest {

    private static final int ROUNDS = 400;

    private record Key(DomainName owner, RecordType type) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void changesWhatItMustAndNothingElse(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String text = OddZone.text(random);
            var before = read(text);
            assertThat(before.hasErrors()).as("%s in:%n%s", before.findings(), text).isFalse();
            var changes = changes(before, random);
            String edited = new String(ZoneEditor.edit(before, changes), StandardCharsets.UTF_8);
            String about =
                    "seed %d, round %d%n%s%n-- to --%n%s%n-- by --%n%s"
                            .formatted(seed, round, text, edited, changes);
            assertThat(sets(read(edited))).as(about).isEqualTo(intended(before, changes));
            assertLinesStay(before, changes, edited, about);
        }
    }

    private static ZoneFile read(String text) {
        var source = new Source(text.getBytes(StandardCharsets.UTF_8), "zone");
        return ZoneReader.read(source, ReaderOptions.forZone(OddZone.ORIGIN));
    }

    private static List<SetChange> changes(ZoneFile file, Random random) {
        var changes = new TreeMap<String, SetChange>();
        for (int i = random.nextInt(5); i > 0; i--) {
            var change = change(file, random);
            changes.put(change.owner().lowerCase() + " " + change.type(), change);
        }
        if (random.nextBoolean()) {
            var old = file.records().getFirst().record();
            var soa = Soa.of(old.data()).withSerial(new Serial(random.nextInt(100_000)));
            changes.put("", put(old.owner(), old.ttl(), List.of(soa.data())));
        }
        return List.copyOf(changes.values());
    }

    private static SetChange change(ZoneFile file, Random random) {
        boolean known = random.nextInt(3) > 0;
        var some = file.records().get(random.nextInt(file.records().size()));
        boolean usable =
                known && !some.type().equals(RecordType.SOA) && !some.type().equals(RecordType.NS);
        var owner = usable ? some.owner() : OddZone.owner(random);
        var type = usable ? some.type() : OddZone.type(random);
        if (random.nextInt(3) == 0) {
            return new SetChange.Remove(owner, type);
        }
        var data = new ArrayList<RecordData>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            data.add(OddZone.data(type, random));
        }
        if (usable && random.nextBoolean()) {
            data.add(some.record().data());
        }
        var ttl =
                usable && random.nextBoolean()
                        ? some.record().ttl()
                        : new Ttl(60 * random.nextInt(3));
        return put(owner, ttl, data);
    }

    private static SetChange put(DomainName owner, Ttl ttl, List<RecordData> data) {
        return new SetChange.Put(new RecordSet(owner, data.getFirst().type(), ttl, data));
    }

    private static Map<Key, Set<ResourceRecord>> sets(ZoneFile file) {
        return file.plainRecords().stream()
                .collect(
                        Collectors.groupingBy(
                                r -> new Key(r.owner(), r.type()), Collectors.toSet()));
    }

    private static Map<Key, Set<ResourceRecord>> intended(ZoneFile file, List<SetChange> changes) {
        var sets = new HashMap<>(sets(file));
        for (var change : changes) {
            switch (change) {
                case SetChange.Put(var set) ->
                        sets.put(new Key(set.owner(), set.type()), Set.copyOf(set.records()));
                case SetChange.Remove(var owner, var type) -> sets.remove(new Key(owner, type));
            }
        }
        return sets;
    }

    private static void assertLinesStay(
            ZoneFile before, List<SetChange> changes, String edited, String about) {
        var touched =
                changes.stream().map(c -> new Key(c.owner(), c.type())).collect(Collectors.toSet());
        int from = 0;
        for (String piece : pieces(before, touched)) {
            int found = edited.indexOf(piece, from);
            assertThat(found).as("'%s' of %s", piece, about).isGreaterThanOrEqualTo(from);
            from = found + piece.length();
        }
    }

    /// What must be found again, in order: comments and directives, and the lines of records of other sets – from the
    /// owner on, if it is written, and from the type on, if the TTL may have to be.
    private static List<String> pieces(ZoneFile file, Set<Key> touched) {
        var pieces = new ArrayList<String>();
        String text = new String(file.source().bytes(), StandardCharsets.UTF_8);
        boolean ttlsAreSafe = file.findings().isEmpty();
        int copied = 0;
        for (var placed : file.records()) {
            pieces.add(text.substring(copied, placed.start()));
            copied = placed.end();
            if (!touched.contains(new Key(placed.owner(), placed.type()))) {
                boolean whole = placed.hasOwner() && (placed.hasTtl() || ttlsAreSafe);
                int start = ttlsAreSafe ? placed.at() : placed.dataAt();
                pieces.add(
                        text.substring(whole ? placed.start() : start, placed.end())
                                .stripTrailing());
            }
        }
        pieces.add(text.substring(copied).strip());
        return pieces;
    }
}
