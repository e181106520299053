package io.github.dnscli.common.record;

import java.io.Serial;
import java.util.Optional;

/// How a field's codec gives up; it never leaves this package, where it becomes a [ParsedData.Invalid].
final class BadField extends Exception {

    @Serial private static final long serialVersionUID = 1;

    private final ParsedData.About about;
    private final transient Optional<Token> at;

    BadField(String problem, ParsedData.About about, Optional<Token> at) {
        super(problem, null, false, false);
        this.about = about;
        this.at = at;
    }

    BadField(String problem, boolean aboutName, Optional<Token> at) {
        this(problem, aboutName ? ParsedData.About.NAME : ParsedData.About.DATA, at);
    }

    BadField(String problem) {
        this(problem, ParsedData.About.DATA, Optional.empty());
    }

    /// {@return the same problem as a matter of another rule}
    BadField about(ParsedData.About other) {
        return new BadField(problem(), other, at);
    }

    ParsedData.About about() {
        return about;
    }

    String problem() {
        return String.valueOf(getMessage());
    }

    BadField(ParsedData.Invalid invalid) {
        this(invalid.problem(), invalid.about(), invalid.at());
    }

    ParsedData.Invalid outcome() {
        return new ParsedData.Invalid(problem(), about, at);
    }
}
