package io.github.dnscli.common.finding;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Optional;

/// The machine's trouble in words for people: the JDK's exceptions about files carry but a file name.
public final class IoTrouble {

    private IoTrouble() {}

    /// {@return what happened, with the file's name if there is one}
    public static String describe(IOException trouble) {
        return switch (trouble) {
            case FileSystemException file -> "'" + file.getFile() + "': " + reason(file);
            default ->
                    Optional.ofNullable(trouble.getMessage())
                            .orElse(trouble.getClass().getSimpleName());
        };
    }

    /// {@return why a file could not be used, without its name}
    public static String reason(FileSystemException trouble) {
        return switch (trouble) {
            case NoSuchFileException _ -> "no such file or folder";
            case AccessDeniedException _ -> "permission denied";
            case NotDirectoryException _ -> "not a folder";
            case FileSystemLoopException _ -> "too many symbolic links";
            default ->
                    Optional.ofNullable(trouble.getReason())
                            .map(reason -> reason.toLowerCase(Locale.ROOT))
                            .orElse(trouble.getClass().getSimpleName());
        };
    }
}
