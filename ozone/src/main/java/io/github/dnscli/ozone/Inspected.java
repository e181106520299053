package io.github.dnscli.ozone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.zone.RecordChange;
import java.util.List;
import java.util.Optional;

/// What came of one file. Findings carry the severity that the user wants them to have, and those that nobody wants
/// are not among them.
sealed interface Inspected {

    /// {@return the file as the user knows it, `-` being standard input}
    String file();

    /// {@return what was found in it, in the order of the file}
    List<Remark> remarks();

    /// {@return the same with other findings, for when some are not to be shown}
    Inspected with(List<Remark> others);

    /// {@return why part of what was asked could not be done}
    default Optional<String> problem() {
        return Optional.empty();
    }

    /// The file holds a zone.
    ///
    /// @param changes what it changes against its predecessor, if the user asked to see that
    /// @param repair what became of its serial, if the user asked to have it raised
    record JudgedZone(
            String file,
            DomainName zone,
            List<Remark> remarks,
            List<RecordChange> changes,
            Optional<SerialRepair> repair)
            implements Inspected {

        /// Copies the lists.
        public JudgedZone {
            remarks = List.copyOf(remarks);
            changes = List.copyOf(changes);
        }

        @Override
        public Inspected with(List<Remark> others) {
            return new JudgedZone(file, zone, others, changes, repair);
        }
    }

    /// The zone could be judged, but not all that was asked could be done: it could not be compared, or not be written.
    ///
    /// @param judged the zone by itself
    /// @param obstacle what stood in the way
    record Unfinished(JudgedZone judged, String obstacle) implements Inspected {

        @Override
        public String file() {
            return judged.file();
        }

        @Override
        public List<Remark> remarks() {
            return judged.remarks();
        }

        @Override
        public Optional<String> problem() {
            return Optional.of(obstacle);
        }

        @Override
        public Inspected with(List<Remark> others) {
            return new Unfinished(
                    new JudgedZone(
                            file(), judged.zone(), others, judged.changes(), judged.repair()),
                    obstacle);
        }
    }

    /// The file is empty or gone, and another stood in its place before.
    ///
    /// @param changes what went with it, if the user asked to see that
    record RemovedZone(
            String file, DomainName zone, List<Remark> remarks, List<RecordChange> changes)
            implements Inspected {

        /// Copies the lists.
        public RemovedZone {
            remarks = List.copyOf(remarks);
            changes = List.copyOf(changes);
        }

        @Override
        public Inspected with(List<Remark> others) {
            return new RemovedZone(file, zone, others, changes);
        }
    }

    /// The file holds keys.
    ///
    /// @param keys how many are good
    record JudgedKeys(String file, int keys, List<Remark> remarks) implements Inspected {

        /// Copies the remarks.
        public JudgedKeys {
            remarks = List.copyOf(remarks);
        }

        @Override
        public Inspected with(List<Remark> others) {
            return new JudgedKeys(file, keys, others);
        }
    }

    /// The file could not be read.
    ///
    /// @param reason why, with its name
    record Unreadable(String file, String reason) implements Inspected {

        @Override
        public List<Remark> remarks() {
            return List.of();
        }

        @Override
        public Optional<String> problem() {
            return Optional.of(reason);
        }

        @Override
        public Inspected with(List<Remark> others) {
            return this;
        }
    }

    /// The file lies in a folder that was to be checked, and holds neither a zone nor keys.
    ///
    /// @param reason how one can tell
    record PassedOver(String file, String reason) implements Inspected {

        @Override
        public List<Remark> remarks() {
            return List.of();
        }

        @Override
        public Inspected with(List<Remark> others) {
            return this;
        }
    }
}
