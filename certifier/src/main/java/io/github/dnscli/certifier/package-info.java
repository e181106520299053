/// The certifier: signing requests that stand in zones are answered with certificates, in the same place.
///
/// Zones enter as values, from wherever a name server has them; certificates leave by signed updates. Which names a request
/// may ask for is decided by `policy` alone; what is to be done follows from the zones, the `ledger` and the clock (`plan`),
/// all without a side effect. What takes time is done by desks, on virtual threads: orders, updates, questions about
/// renewals, tidying up. Who issues is a `CertificateAuthority`, and how names are proved to it is a matter of `challenge`.
/// Where state is kept is somebody else's business, as are the words in which a user hears what happened
/// ([CertifierEvent]), and when to look again: it is told when that is worth it. No file, no timer and no clock of its own
/// lives here.
@NullMarked
package io.github.dnscli.certifier;

import org.jspecify.annotations.NullMarked;
