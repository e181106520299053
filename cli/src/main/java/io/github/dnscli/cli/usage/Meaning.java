package io.github.dnscli.cli.usage;

/// What a value on a command line is about.
public enum Meaning {
    /// A name server.
    SERVER,
    /// A TSIG key.
    KEY,
    /// The name of a zone.
    ZONE,
    /// A name in a zone.
    NAME,
    /// A type of record.
    TYPE,
    /// The name of a file.
    FILE,
    /// The name of a folder.
    FOLDER,
    /// One word of a few.
    WORD,
    /// Anything else.
    OTHER
}
