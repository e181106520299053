package io.github.dnscli.common.wire;

import java.util.ArrayList;
import java.util.List;

/// What the OPT pseudo-record of a message says (RFC 6891 §6.1).
///
/// @param udpSize the largest UDP message the sender takes, in octets
/// @param version 0, or a version nobody has defined yet
/// @param dnssecOk whether signatures are wanted (RFC 3225)
/// @param options what else it says
public record Edns(int udpSize, int version, boolean dnssecOk, List<EdnsOption> options) {

    /// The size that avoids fragments (DNS flag day 2020).
    public static final int SAFE_UDP_SIZE = 1232;

    /// What we say of ourselves.
    public static final Edns DEFAULT = new Edns(SAFE_UDP_SIZE, 0, false, List.of());

    /// Copies the options.
    public Edns {
        options = List.copyOf(options);
    }

    /// {@return the same with one more option}
    public Edns with(EdnsOption option) {
        var more = new ArrayList<>(options);
        more.add(option);
        return new Edns(udpSize, version, dnssecOk, more);
    }
}
