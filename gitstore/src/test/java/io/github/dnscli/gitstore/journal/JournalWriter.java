package io.github.dnscli.gitstore.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A process that writes a journal until it is killed or the disk is full, and prints the number of each edit that is
/// durable.
final class JournalWriter {

    private JournalWriter() {}

    /// Writes.
    ///
    /// @param arguments the folder
    public static void main(String[] arguments) throws IOException {
        try (var journal = Journal.open(Path.of(arguments[0]))) {
            System.out.println("id " + journal.id());
            while (true) {
                var edit = journal.append(Changes.of("one", 900), Changes.TIME);
                System.out.println("added " + edit.number());
                if (edit.number() % 7 == 0) {
                    journal.remove(List.of(edit.number() - 1));
                    System.out.println("removed " + (edit.number() - 1));
                }
            }
        } catch (IOException e) {
            System.out.println("failed " + e.getMessage());
        }
    }
}
