package io.github.dnscli.common.record;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Addresses as record data and back. No name is ever looked up.
public final class Addresses {

    private Addresses() {}

    /// {@return data of type A or AAAA, as the address is}
    public static RecordData data(InetAddress address) {
        byte[] octets = address.getAddress();
        return RecordData.ofWire(octets.length == 4 ? RecordType.A : RecordType.AAAA, octets);
    }

    /// {@return the address in A or AAAA data}
    ///
    /// @throws IllegalArgumentException if the data is of another type
    public static InetAddress of(RecordData data) {
        try {
            return InetAddress.getByAddress(data.wire());
        } catch (UnknownHostException _) {
            throw new IllegalArgumentException(
                    "data of type " + data.type() + " where an address is due");
        }
    }
}
