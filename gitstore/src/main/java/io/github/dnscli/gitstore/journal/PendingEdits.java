package io.github.dnscli.gitstore.journal;

import io.github.dnscli.gitstore.merge.ZoneEdit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/// The edits of a journal in memory, and which number comes next. Used by several threads.
final class PendingEdits {

    private final LinkedHashMap<Long, ZoneEdit> edits = new LinkedHashMap<>();
    private long next = 1;
    private long written;

    /// Does what an entry says.
    synchronized void follow(Entry entry) {
        switch (entry) {
            case Entry.Added(var edit) -> {
                edits.putLast(edit.number(), edit);
                count(edit);
            }
            case Entry.PutBack(var back) ->
                    back.reversed()
                            .forEach(
                                    edit -> {
                                        edits.putFirst(edit.number(), edit);
                                        count(edit);
                                    });
            case Entry.Removed(var numbers) ->
                    numbers.forEach(
                            number -> {
                                edits.remove(number);
                                startAt(number + 1);
                            });
        }
    }

    private void count(ZoneEdit edit) {
        next = Math.max(next, edit.number() + 1);
        written++;
    }

    /// Passes over the numbers before this one.
    synchronized void startAt(long number) {
        next = Math.max(next, number);
    }

    /// {@return a number that no edit has had}
    synchronized long takeNumber() {
        return next++;
    }

    /// {@return the number that comes next}
    synchronized long next() {
        return next;
    }

    /// {@return the edits in their order}
    synchronized List<ZoneEdit> toList() {
        return List.copyOf(edits.values());
    }

    /// {@return those of some numbers that are there}
    synchronized List<Long> known(Collection<Long> numbers) {
        return numbers.stream().filter(edits::containsKey).distinct().toList();
    }

    /// {@return about how many of a file's octets are about edits that have gone}
    synchronized long garbage(long size) {
        return written == 0 ? 0 : size - size / written * edits.size();
    }

    /// The file has been written anew, with these edits, and those that came since.
    ///
    /// @param before how many had been written when it was begun
    synchronized void rewritten(int kept, long before) {
        written = kept + written - before;
    }

    /// {@return how many edits the file has, those that have gone included}
    synchronized long written() {
        return written;
    }

    /// {@return whether there is no edit}
    synchronized boolean isEmpty() {
        return edits.isEmpty();
    }
}
