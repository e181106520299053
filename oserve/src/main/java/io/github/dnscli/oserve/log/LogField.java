package io.github.dnscli.oserve.log;

import java.util.List;

/// Something that an event is about, for programs.
sealed interface LogField {

    /// {@return what it is called}
    String name();

    /// A text.
    record Text(String name, String value) implements LogField {}

    /// A number.
    record Count(String name, long value) implements LogField {}

    /// Several texts.
    record Texts(String name, List<String> values) implements LogField {

        /// Copies the list.
        public Texts {
            values = List.copyOf(values);
        }
    }
}
