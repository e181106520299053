package io.github.dnscli.ozone;

import io.github.dnscli.cli.World;
import io.github.dnscli.common.text.FolderIncludes;
import io.github.dnscli.common.text.Includes;
import io.github.dnscli.common.text.Source;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;

/// The files as they lie on the disk, under the names of the command line; and standard input.
///
/// @param world where names of files lead
/// @param includeRoot the folder that zone files may include files from, if not their own
record Disk(World world, Optional<String> includeRoot) implements Snapshot {

    private static final String STANDARD_INPUT = "-";

    static boolean isStandardInput(String name) {
        return name.equals(STANDARD_INPUT);
    }

    @Override
    public Source open(String name, String label) throws IOException {
        return isStandardInput(name)
                ? Source.read(world.input(), label)
                : Source.read(path(name), label);
    }

    /// {@return the file as it lies here}
    FileText text(String name) {
        return new FileText(this, name, name);
    }

    /// {@return the path of a file, for its name}
    ///
    /// @throws FileSystemException if the machine cannot have a file of this name
    Path path(String name) throws FileSystemException {
        try {
            return world.file(name);
        } catch (InvalidPathException _) {
            throw new FileSystemException(
                    name, null, "its name cannot be written in this machine's locale");
        }
    }

    /// {@return whether there is a folder of this name}
    boolean isFolder(String name) throws FileSystemException {
        return !isStandardInput(name) && Files.isDirectory(path(name));
    }

    /// Standard input lies in no folder, so it can include only what the user says.
    @Override
    public Includes includes(String name, String label) throws IOException {
        if (isStandardInput(name)) {
            return includeRoot
                    .<Includes>map(
                            root ->
                                    new FolderIncludes(
                                            world.file(root), Path.of(root), world.file(root)))
                    .orElseGet(
                            () ->
                                    Includes.none(
                                            "cannot be included into standard input: say from where with"
                                                    + " '--include-root'"));
        }
        var beside = FolderIncludes.beside(path(name), Path.of(label));
        return includeRoot.map(root -> beside.within(world.file(root))).orElse(beside);
    }

    /// No where the file system has no such notion.
    @Override
    public boolean isOpenToAll(String name) throws IOException {
        if (isStandardInput(name)) {
            return false;
        }
        var view = Files.getFileAttributeView(path(name), PosixFileAttributeView.class);
        return view != null
                && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ);
    }
}
