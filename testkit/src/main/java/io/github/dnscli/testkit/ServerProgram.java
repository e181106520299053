package io.github.dnscli.testkit;

import java.io.IOException;

/// The name servers of others, for tests that are run with each.
public enum ServerProgram {
    /// BIND.
    NAMED,
    /// Knot.
    KNOTD,
    /// NSD.
    NSD,
    /// PowerDNS.
    PDNS;

    /// {@return a server that does as planned}; skips the test when the program is not installed
    ///
    /// @throws IOException if it does not start; the message holds its output
    public RealServer start(ServerPlan plan) throws IOException {
        return switch (this) {
            case NAMED -> NamedServer.start(plan);
            case KNOTD -> KnotServer.start(plan);
            case NSD -> NsdServer.start(plan);
            case PDNS -> PdnsServer.start(plan);
        };
    }
}
