package io.github.dnscli.common.text;

import java.util.List;
import java.util.Optional;

/// Changes record sets in the text of a zone file and touches nothing it need not: lines of records that stay keep
/// every octet, comments and layout included.
///
/// - A record that goes takes its lines along, with the comments in them; a comment on a line of its own stays.
/// - A set that has one record before and after has just the words of its data replaced that differ, so a new serial
///   replaces digits. Comments between its words stay, whatever the data becomes.
/// - A new record goes behind the last one of its set, of its name, or of the name before, laid out as that line is.
/// - A line that took its owner or TTL from a line which has gone or changed gets them written. Where an SOA without TTL
///   gives its minimum to all others, `$TTL` comes before it.
/// - A last line that has no end gets one when a record comes behind it.
///
/// It costs little more than one reading of the text, which proves the result: the sets that change are looked up, all
/// others only compared in columns.
public final class ZoneEditor {

    private ZoneEditor() {}

    /// {@return the text with the changes made}
    ///
    /// @param file the file, without errors
    /// @param changes at most one for each set, in any order
    /// @throws IllegalArgumentException if part of the file could not be read, two changes are of one set, or there is an
    ///     [#obstacle]
    /// @throws IllegalStateException if the result would not read as intended, which is a fault of this class
    public static byte[] edit(ZoneFile file, List<? extends SetChange> changes) {
        return revise(file, changes).source().bytes();
    }

    /// {@return the file with the changes made, read again: whoever goes on with it need not do so}
    ///
    /// @param file the file, without errors
    /// @param changes at most one for each set, in any order
    /// @throws IllegalArgumentException if part of the file could not be read, two changes are of one set, or there is an
    ///     [#obstacle]
    /// @throws IllegalStateException if the result would not read as intended, which is a fault of this class
    public static ZoneFile revise(ZoneFile file, List<? extends SetChange> changes) {
        if (isBroken(file)) {
            throw new IllegalArgumentException(
                    "'" + file.source() + "' has errors; it cannot be edited");
        }
        var plan = EditPlan.of(file, changes);
        var revision = ZoneRevision.of(file, plan);
        plan.obstacle()
                .or(revision::obstacle)
                .ifPresent(
                        problem -> {
                            throw new IllegalArgumentException(problem);
                        });
        byte[] text = Patch.apply(revision.patches(), file.source().octets());
        var revised = ZoneReader.read(Source.of(text, file.source().name()), file.options());
        verify(file, changes, revised);
        return revised;
    }

    /// {@return why changes cannot be made in this file: a record that is to go or to change does not stand in it, but in
    /// an included file, or is one of many that a `$GENERATE` makes; or such a record takes its owner or TTL from a line
    /// that is to change}
    public static Optional<String> obstacle(ZoneFile file, List<? extends SetChange> changes) {
        var plan = EditPlan.of(file, changes);
        return plan.obstacle().or(() -> ZoneRevision.of(file, plan).obstacle());
    }

    private static void verify(ZoneFile before, List<? extends SetChange> changes, ZoneFile after) {
        var records = new EditedRecords(after, changes);
        if (isBroken(after)
                || !records.areAsWanted(changes)
                || !records.isLikeElsewhere(new EditedRecords(before, changes))) {
            throw new IllegalStateException(
                    "editing '" + before.source() + "' would not have the intended result");
        }
    }

    private static boolean isBroken(ZoneFile file) {
        return file.hasErrors() && !file.isEmpty();
    }
}
