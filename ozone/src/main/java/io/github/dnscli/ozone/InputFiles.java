package io.github.dnscli.ozone;

import io.github.dnscli.cli.World;
import io.github.dnscli.common.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;

/// Opens what the command line names.
///
/// @param world where names of files lead
record InputFiles(World world) {

    /// {@return the content of a file, or of standard input}
    ///
    /// @throws IOException if it cannot be read
    Source open(String name) throws IOException {
        return OzoneOptions.isStandardInput(name)
                ? Source.read(world.input(), name)
                : Source.read(world.file(name), name);
    }

    /// {@return the path of a file, for its name}
    Path path(String name) {
        return world.file(name);
    }

    /// {@return whether everybody on this machine may read a file}; no where the file system has no such notion
    ///
    /// @throws IOException if that cannot be found out
    boolean isOpenToAll(String name) throws IOException {
        var view = Files.getFileAttributeView(path(name), PosixFileAttributeView.class);
        return view != null
                && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ);
    }
}
