package io.github.dnscli.ozone;

import io.github.dnscli.cli.World;
import io.github.dnscli.ozone.git.GitTrouble;
import io.github.dnscli.ozone.git.Repository;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Has all files of a run looked at.
///
/// @param world where they are
/// @param options what the user said
/// @param disk the files as they lie there
/// @param pace hears how far it is
record Inspector(World world, OzoneOptions options, Disk disk, Pace pace) {

    static Inspector of(World world, OzoneOptions options, Pace pace) {
        return new Inspector(world, options, new Disk(world, options.limits().includeRoot()), pace);
    }

    /// {@return what came of the run}
    ///
    /// @param show hears of each file, in order, as soon as it is known
    /// @throws IOException if the baseline cannot be written
    Inspection inspect(Consumer<Inspected> show) throws IOException {
        var misused = misused();
        if (misused.isPresent()) {
            return new Inspection.Misused(misused.get());
        }
        return switch (options.comparison()) {
            case Comparison.None _, Comparison.OldFile _ ->
                    inspect(new DiskSelection(disk, options), show);
            case Comparison.Revision(var revision) ->
                    inRepository(
                            repository ->
                                    RevisionSelection.of(
                                            repository, new DiskSelection(disk, options), revision),
                            show);
            case Comparison.Staged _ ->
                    inRepository(repository -> StagedSelection.of(repository, options), show);
        };
    }

    /// What is for one file does not go with a folder.
    private Optional<String> misused() throws IOException {
        for (String name : options.files()) {
            if (disk.isFolder(name)) {
                if (options.zoneName().isPresent()) {
                    return Optional.of(
                            "'--zone-name' goes with one FILE, and '" + name + "' is a folder");
                }
                if (options.comparison() instanceof Comparison.OldFile) {
                    return Optional.of(
                            "'--old' goes with one FILE, and '" + name + "' is a folder");
                }
            }
        }
        return Optional.empty();
    }

    /// Selects files of a repository.
    private interface Selecting {
        Selection from(Repository repository) throws IOException;
    }

    private Inspection inRepository(Selecting selecting, Consumer<Inspected> show)
            throws IOException {
        try (var repository = Repository.open(world, options.timeout())) {
            return inspect(selecting.from(repository), show);
        } catch (GitTrouble trouble) {
            return new Inspection.Stopped(String.valueOf(trouble.getMessage()), trouble.hint());
        }
    }

    private Inspection inspect(Selection selection, Consumer<Inspected> show) throws IOException {
        var judging = Judging.of(options, disk, new ZonesAtHand(selection), pace);
        var checker = new FileChecker(judging, new Room());
        var reception = new Reception(Baseline.of(options.baseline(), world), show);
        var items = selection.items();
        pace.files(items.size());
        InOrder.forEach(items, checker::check, reception::receive);
        if (reception.tally().files() == 0 && !options.files().isEmpty()) {
            nothing().ifPresent(reception::receive);
        }
        return reception.close();
    }

    /// What to say when the user named folders, and there is no zone in any of them.
    private Optional<Inspected> nothing() {
        if (options.comparison() instanceof Comparison.Staged) {
            return Optional.empty();
        }
        String folders = options.files().stream().collect(Collectors.joining("', '", "'", "'"));
        return Optional.of(
                new Inspected.Unreadable(
                        options.files().getFirst(),
                        folders + ": no zone file and no key file in there"));
    }
}
