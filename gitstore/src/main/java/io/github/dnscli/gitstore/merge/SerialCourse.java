package io.github.dnscli.gitstore.merge;

import io.github.dnscli.common.record.Serial;

/// Which serial a zone gets while edits are made in it: that which they got first as long as nothing else has moved, and
/// then one that is newer than whatever anybody may have seen.
final class SerialCourse {

    private final Serial start;
    private Serial now;
    private boolean isMoved;

    SerialCourse(Serial start) {
        this.start = start;
        this.now = start;
    }

    /// {@return the serial now}
    Serial now() {
        return now;
    }

    /// Goes on with the next edit.
    ///
    /// @param isWhole whether all of it could be made
    /// @param changes whether it has changed anything
    void follow(ZoneEdit edit, boolean isWhole, boolean changes) {
        if (isWhole && isMadeHere(edit)) {
            now = edit.after();
        } else if (!isPast(edit.after(), isWhole, changes)) {
            now = beyond(edit.after());
            isMoved = true;
        }
    }

    /// Edits are also made where others were merged before. They may set the serial back in steps if nobody else moves it.
    private boolean isMadeHere(ZoneEdit edit) {
        return edit.before().equals(now) && (!isMoved || edit.after().isNewerThan(start));
    }

    /// Those who have seen a serial together with what is not in the zone, or without what is, must get a newer one.
    private boolean isPast(Serial seen, boolean isWhole, boolean changes) {
        if (changes) {
            return now.isNewerThan(start) && now.isNewerThan(seen);
        }
        return isWhole ? !seen.isNewerThan(now) : now.isNewerThan(seen);
    }

    /// Who is newer than both may be older than the start, if they are far apart (RFC 1982): the start counts.
    private Serial beyond(Serial seen) {
        var next = (seen.isNewerThan(now) ? seen : now).next();
        if (next.isNewerThan(start)) {
            return next;
        }
        return now.isNewerThan(start) ? now : start.next();
    }
}
