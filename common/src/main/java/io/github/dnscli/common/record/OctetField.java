package io.github.dnscli.common.record;

/// A number whose value decides how the data goes on.
interface OctetField extends FieldKind {

    /// {@return the value of the next word}
    int read(FieldText text) throws BadField;
}
