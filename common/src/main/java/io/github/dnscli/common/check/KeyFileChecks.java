package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.key.KeyFile;
import io.github.dnscli.common.key.KeyName;
import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.key.PlacedKey;
import io.github.dnscli.common.name.DomainName;
import java.util.List;
import java.util.stream.Stream;

/// Judges the keys of a zone's key file: whether each belongs there and can do anything.
public final class KeyFileChecks {

    /// A key whose name is not at or below the zone of its file.
    public static final Check KEY_OUTSIDE_ZONE = Check.structure("key-outside-zone");

    /// A key that neither its name nor a grant gives any right.
    public static final Check KEY_WITHOUT_OPERATION = Check.policy("key-without-operation");

    /// A file of keys that everybody on the machine can read.
    public static final Check KEY_FILE_READABLE = Check.policy("key-file-readable");

    private KeyFileChecks() {}

    /// {@return all checks of key files}
    public static List<Check> all() {
        return List.of(
                KeyFile.KEY_RECORD,
                KEY_OUTSIDE_ZONE,
                KEY_WITHOUT_OPERATION,
                KeyFile.KEY_TOO_SHORT,
                KEY_FILE_READABLE);
    }

    /// {@return what is wrong with the keys of a file; what is wrong with its text stands in the file's own findings}
    ///
    /// @param zone the zone the file is for, or the root
    /// @param rights knows of grants
    public static List<Finding> judge(KeyFile file, DomainName zone, KeyRights rights) {
        return file.placed().stream().flatMap(key -> judge(key, zone, rights)).toList();
    }

    private static Stream<Finding> judge(PlacedKey placed, DomainName zone, KeyRights rights) {
        var name = placed.key().name();
        if (!name.isAtOrBelow(zone)) {
            return Stream.of(
                    KEY_OUTSIDE_ZONE.at(
                            placed.place(),
                            "key '%s' is not below '%s', the zone of its file"
                                    .formatted(name.display(), zone.display())));
        }
        return rights.mention(name) || KeyName.of(name).isPresent()
                ? Stream.empty()
                : Stream.of(
                        KEY_WITHOUT_OPERATION
                                .at(placed.place(), "key '" + name.display() + "' may do nothing")
                                .withHint(
                                        "a name such as 'me._update.example.com' says what a key may do"));
    }
}
