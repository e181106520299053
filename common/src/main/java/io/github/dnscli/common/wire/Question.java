package io.github.dnscli.common.wire;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordType;

/// What a message asks for; in an UPDATE, the zone (RFC 2136 §2.3).
///
/// @param name the name
/// @param type the type
/// @param recordClass the class
public record Question(DomainName name, RecordType type, RecordClass recordClass) {

    /// {@return a question of class IN}
    public static Question of(DomainName name, RecordType type) {
        return new Question(name, type, RecordClass.IN);
    }

    @Override
    public String toString() {
        return name + " " + recordClass + " " + type;
    }
}
