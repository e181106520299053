package io.github.dnscli.oserve.status;

import io.github.dnscli.cli.Choice;
import java.util.Arrays;
import java.util.Optional;

/// What a report looks like.
enum StatusForm {
    /// As people read it.
    TEXT,
    /// As programs read it.
    JSON;

    /// {@return the form of a word}
    static Optional<StatusForm> of(String word) {
        return Arrays.stream(values()).filter(form -> Choice.word(form).equals(word)).findFirst();
    }

    String print(StatusReport report) {
        return switch (this) {
            case TEXT -> StatusText.of(report);
            case JSON -> StatusJson.of(report);
        };
    }
}
