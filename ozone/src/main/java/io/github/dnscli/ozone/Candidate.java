package io.github.dnscli.ozone;

import io.github.dnscli.common.text.ZoneFileName;
import java.io.File;
import java.util.Optional;

/// A file to look at, and what it follows.
///
/// @param file what the user calls it
/// @param named whether the user named it; one that merely lies around may turn out to be no zone at all
/// @param now the file; empty if it is gone
/// @param before what it follows
record Candidate(String file, boolean named, Optional<FileText> now, Predecessor before)
        implements Item {

    /// What a file follows.
    sealed interface Predecessor {}

    /// Nobody asked.
    record Unasked() implements Predecessor {}

    /// There was nothing in its place.
    record Absent() implements Predecessor {}

    /// This one, which may be of no use.
    record Kept(FileText text) implements Predecessor {}

    /// This one, which the user named, so that it must be of use.
    record Named(FileText text) implements Predecessor {}

    /// {@return a file that follows nothing}
    static Candidate alone(FileText text, boolean named) {
        return new Candidate(text.label(), named, Optional.of(text), new Unasked());
    }

    /// {@return its name without folders}
    ZoneFileName fileName() {
        return new ZoneFileName(baseName(file));
    }

    /// {@return whether its name says more than that of a zone: that there is one in it}
    boolean isSurelyZone() {
        String name = fileName().text();
        return name.endsWith(".zone") || name.startsWith("db.");
    }

    /// {@return the last part of a name}
    static String baseName(String name) {
        return name.substring(
                Math.max(name.lastIndexOf('/'), name.lastIndexOf(File.separatorChar)) + 1);
    }
}
