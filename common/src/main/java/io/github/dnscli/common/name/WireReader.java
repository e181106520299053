package io.github.dnscli.common.name;

/// Looks at the wire form of a name without copying it.
@FunctionalInterface
public interface WireReader {

    /// {@return what it makes of the name}
    ///
    /// @param wire octets, to be read only
    /// @param start where the uncompressed name begins
    int read(byte[] wire, int start);
}
