package io.github.dnscli.dist.document;

import java.util.Optional;
import java.util.regex.Pattern;

/// A line of a session in which somebody types: behind the prompt of a shell, of osh, or of a question.
///
/// @param prompt what stands there already, with the blank behind it
/// @param typed what is typed
record TypedLine(String prompt, String typed) {

    private static final Pattern LINE =
            Pattern.compile("(?<prompt>\\$ |[^>]*> |.*\\[./.*] )(?<typed>.*)");

    /// {@return a line of a session, if it is such a one}
    static Optional<TypedLine> of(String line) {
        var parts = LINE.matcher(line);
        return parts.matches()
                ? Optional.of(new TypedLine(parts.group("prompt"), parts.group("typed")))
                : Optional.empty();
    }
}
