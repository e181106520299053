package io.github.dnscli.cli;

/// What a command tells the shell that ran it. The same five for all commands.
public enum ExitStatus {
    /// The answer is yes.
    YES(0, "Yes: the zone is good, the server agreed, the certificate is there."),
    /// The answer is no.
    NO(
            1,
            "No: the zone has errors, the server refused, nothing is there yet, the chain was rejected."),
    /// The command line makes no sense.
    USAGE(2, "Wrong usage: the command line was not understood; nothing was done."),
    /// There is no answer.
    UNKNOWN(
            3,
            "Could not find out: a file, the network or a deadline stood in the way, or a reply could not be trusted."),
    /// The command itself is broken.
    BUG(70, "A bug in the command; with --debug it shows where.");

    private final int code;
    private final String meaning;

    ExitStatus(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /// {@return the number that the shell sees}
    public int code() {
        return code;
    }

    /// {@return one sentence for manual pages}
    public String meaning() {
        return meaning;
    }
}
