package io.github.dnscli.common.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Includes files from the folder of the zone file, and none from outside a root: a zone from somebody else must not
/// show what stands elsewhere on this machine. Links are followed before that is judged.
///
/// @param folder what relative names are relative to
/// @param shownAs the same folder as the user knows it, for places and messages
/// @param root the folder that the files must lie in
public record FolderIncludes(Path folder, Path shownAs, Path root) implements Includes {

    /// {@return what includes files from the folder of a zone file and below}
    ///
    /// @param shownAs the same file as the user knows it
    public static FolderIncludes beside(Path zoneFile, Path shownAs) {
        var folder = zoneFile.toAbsolutePath().getParent();
        var shownFolder = shownAs.getParent();
        return new FolderIncludes(
                folder == null ? zoneFile : folder,
                shownFolder == null ? Path.of("") : shownFolder,
                folder == null ? zoneFile : folder);
    }

    /// {@return the same with another folder that the files must lie in}
    public FolderIncludes within(Path otherRoot) {
        return new FolderIncludes(folder, shownAs, otherRoot);
    }

    @Override
    public Included open(String file) {
        try {
            var realRoot = root.toRealPath();
            // Whether a file outside exists is nobody's business, so that is asked first.
            if (!folder.resolve(file)
                    .toAbsolutePath()
                    .normalize()
                    .startsWith(root.toAbsolutePath().normalize())) {
                return new Included.Outside(root.toString());
            }
            var real = folder.resolve(file).toRealPath();
            if (!real.startsWith(realRoot)) {
                return new Included.Outside(root.toString());
            }
            if (!Files.isRegularFile(real)) {
                return new Included.Missing("is not a file");
            }
            var source = Source.read(real, shownAs.resolve(file).toString());
            return new Included.Opened(source, real.toString());
        } catch (NoSuchFileException _) {
            return new Included.Missing("does not exist");
        } catch (InvalidPathException _) {
            return new Included.Missing("is not the name of a file");
        } catch (IOException e) {
            return new Included.Missing("cannot be read: " + e.getMessage());
        }
    }
}
