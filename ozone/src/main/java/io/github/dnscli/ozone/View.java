package io.github.dnscli.ozone;

/// Shows what came of a run, in one of the formats. It hears of each file as soon as that one and all before it are
/// done, in the order of the command line, from one thread.
///
/// Words that make no sense together, and what keeps a whole run from happening, are said by the command, the same in
/// every format; so is the exit status.
interface View {

    /// Shows what came of one file.
    void show(Inspected file);

    /// Shows what all files come to. Called once, behind the last file; not if the run ends before.
    void end(Inspection.Done done);
}
