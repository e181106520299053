package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;

/// How the value of one parameter is written, in text and on the wire (RFC 9460 §2.1, §2.2).
///
/// The message of a [BadField] thrown here goes on from the parameter: "is not a port".
interface ParameterValue {

    /// {@return the octets of the wire that a value means; an absent value is an empty one}
    ///
    /// @param text the octets behind the equals sign, escapes of the zone file read
    /// @param origin completes names without a final dot
    byte[] encode(byte[] text, DomainName origin) throws BadField;

    /// {@return the value as it stands behind the equals sign; empty if there is none}
    ///
    /// @param value the octets of the wire
    String text(byte[] value, DomainName origin) throws BadField;
}
