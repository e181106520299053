package io.github.dnscli.ozone;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// How far a run is: told by those who work, and asked by the one who shows it.
final class Pace {

    private final AtomicInteger all = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong records = new AtomicLong();

    /// Says how many files there are.
    void files(int number) {
        all.set(number);
    }

    /// Says that one more file has been looked at.
    void fileDone() {
        done.incrementAndGet();
    }

    /// Says that so many more records have been read.
    void read(int number) {
        records.addAndGet(number);
    }

    /// {@return as much as is worth saying; of records only those of large files}
    String text() {
        String read = String.format(Locale.ROOT, "%,d records", records.get());
        if (all.get() <= 1) {
            return records.get() == 0 ? "" : read;
        }
        String files = done.get() + " of " + all.get() + " files";
        return records.get() == 0 ? files : files + ", " + read;
    }
}
