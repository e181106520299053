/// The certifier: signing requests that stand in zones are answered with certificates, in the same place.
///
/// Zones enter by signed transfers from any server, certificates leave by signed updates to it. Which names a request
/// may ask for is decided here alone ([NamePolicy]); what is to be done follows from the zones and the clock
/// ([CertificationPlan]), both without a side effect. Who issues is a [CertificateAuthority], of which
/// [PrivateAuthority] is one. Where an authority keeps its keys is somebody else's business ([AuthorityState]), as are
/// the words in which a user hears what happened ([CertifierEvent]). No file, no pause and no clock of its own lives
/// here.
@NullMarked
package io.github.dnscli.certifier;

import org.jspecify.annotations.NullMarked;
