package io.github.dnscli.common.check;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Judges many names on all cores. What is found comes out in the order of the names, however many cores there are.
final class Crew {

    /// So many names are judged by one judge in one go.
    private static final int CHUNK = 32;

    /// So many chunks are in work at a time: enough for all cores, and few to hold.
    private static final int CHUNKS = 64;

    /// Judges one name after the other; never two at a time.
    interface Judge<T> {
        void judge(T item, Consumer<Complaint> complaints);
    }

    private Crew() {}

    /// @param judges makes a judge; each works by itself
    static <T> void judge(Iterator<T> items, Supplier<Judge<T>> judges, Findings findings) {
        while (items.hasNext()) {
            var chunks = take(items);
            var found =
                    chunks.size() == 1
                            ? List.of(judge(chunks.getFirst(), judges.get()))
                            : chunks.parallelStream()
                                    .map(chunk -> judge(chunk, judges.get()))
                                    .toList();
            for (var complaints : found) {
                complaints.forEach(complaint -> complaint.addTo(findings));
            }
        }
    }

    private static <T> List<List<T>> take(Iterator<T> items) {
        var chunks = new ArrayList<List<T>>();
        while (chunks.size() < CHUNKS && items.hasNext()) {
            var chunk = new ArrayList<T>(CHUNK);
            while (chunk.size() < CHUNK && items.hasNext()) {
                chunk.add(items.next());
            }
            chunks.add(chunk);
        }
        return chunks;
    }

    private static <T> List<Complaint> judge(List<T> chunk, Judge<T> judge) {
        var complaints = new ArrayList<Complaint>();
        chunk.forEach(item -> judge.judge(item, complaints::add));
        return complaints;
    }
}
