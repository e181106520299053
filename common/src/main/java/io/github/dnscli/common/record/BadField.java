package io.github.dnscli.common.record;

import java.io.Serial;
import java.util.Optional;

/// How a field's codec gives up; it never leaves this package, where it becomes a [ParsedData.Invalid].
final class BadField extends Exception {

    @Serial private static final long serialVersionUID = 1;

    private final boolean aboutName;
    private final transient Optional<Token> at;

    BadField(String problem, boolean aboutName, Optional<Token> at) {
        super(problem, null, false, false);
        this.aboutName = aboutName;
        this.at = at;
    }

    BadField(String problem) {
        this(problem, false, Optional.empty());
    }

    BadField(ParsedData.Invalid invalid) {
        this(invalid.problem(), invalid.aboutName(), invalid.at());
    }

    ParsedData.Invalid outcome() {
        return new ParsedData.Invalid(String.valueOf(getMessage()), aboutName, at);
    }
}
