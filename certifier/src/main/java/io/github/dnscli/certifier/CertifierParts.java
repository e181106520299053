package io.github.dnscli.certifier;

import io.github.dnscli.certifier.authority.CertificateAuthority;
import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.certifier.state.StateStore;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// What a [Certifier] works with.
///
/// @param zones where requests stand
/// @param primary who takes updates of the zones
/// @param authority who issues
/// @param state keeps what must outlive the process
/// @param clock says what time it is
/// @param random picks moments in the windows of authorities; used by one thread at a time
/// @param listener hears what happens at once, one event at a time, on whichever thread it happens; must not call back
public record CertifierParts(
        ZoneSource zones,
        PrimaryServer primary,
        CertificateAuthority authority,
        StateStore state,
        InstantSource clock,
        RandomGenerator random,
        Consumer<CertifierEvent> listener) {}
