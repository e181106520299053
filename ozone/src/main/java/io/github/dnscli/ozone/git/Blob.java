package io.github.dnscli.ozone.git;

/// What stands at a path, as git keeps it.
///
/// @param id the name of the object
/// @param mode what kind of entry it is, as six octal digits
public record Blob(String id, String mode) {

    /// {@return whether it is a file: no symbolic link, no other repository}
    public boolean isFile() {
        return mode.startsWith("100");
    }

    /// {@return whether there is anything at all}
    boolean isThere() {
        return !mode.equals("000000");
    }
}
