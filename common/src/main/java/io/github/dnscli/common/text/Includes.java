package io.github.dnscli.common.text;

/// Opens the files that zone files include (RFC 1035 §5.1): from a folder, a git revision, or not at all.
@FunctionalInterface
public interface Includes {

    /// {@return the file that an `$INCLUDE` names}
    ///
    /// @param file what stands behind `$INCLUDE`
    Included open(String file);

    /// {@return what refuses every file}
    ///
    /// @param reason why, for people
    static Includes none(String reason) {
        return _ -> new Included.Missing(reason);
    }

    /// What became of opening a file.
    sealed interface Included {

        /// The file is there.
        ///
        /// @param source its text, by the name under which the user knows it
        /// @param identity the same for the same file, however it is spelled
        record Opened(Source source, String identity) implements Included {}

        /// The file cannot be read.
        ///
        /// @param problem why, for people; goes on from the file's name
        record Missing(String problem) implements Included {}

        /// The file lies outside the folder that files may be included from.
        ///
        /// @param root the folder
        record Outside(String root) implements Included {}
    }
}
