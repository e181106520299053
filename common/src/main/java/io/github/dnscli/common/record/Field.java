package io.github.dnscli.common.record;

/// A field of an RR type.
///
/// @param name what the RFC calls it, as used in messages
/// @param kind how it is spelled
record Field(String name, FieldKind kind) {}
