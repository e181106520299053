package io.github.dnscli.ozone.git;

import java.io.IOException;
import java.io.Serial;

/// Git, or the repository, is not there or does not do what it should.
public final class GitTrouble extends IOException {

    @Serial private static final long serialVersionUID = 1L;

    private final String hint;

    GitTrouble(String problem, String hint) {
        super(problem);
        this.hint = hint;
    }

    /// {@return what to do about it, or empty}
    public String hint() {
        return hint;
    }
}
