package io.github.dnscli.common.wire;

/// A message with its signature.
///
/// @param wire the message's octets, TSIG record included
/// @param mac the signature, over which the reply is signed in turn
@SuppressWarnings("ArrayRecordComponent") // made to be sent: it goes to a socket at once
public record Signed(byte[] wire, Mac mac) {}
