/// Certificates through the DNS: keys, signing requests, TLSA records, chains, and the judgement whether to trust them.
///
/// Octets and text of strangers enter, and leave as values or as sealed outcomes that say what is wrong with them.
/// [io.github.dnscli.certificate.TlsaBundle] reads the records of one host, [io.github.dnscli.certificate.Chain] puts
/// certificates in order, [io.github.dnscli.certificate.ChainVerifier] judges, and
/// [io.github.dnscli.certificate.Pem] writes only what was found good. The time is always a parameter. No socket and
/// no file lives here, but for [io.github.dnscli.certificate.TrustAnchorSearch], which reads the administrator's trust
/// anchors. Bouncy Castle is not loaded while nothing but
/// certificates is handled.
@NullMarked
package io.github.dnscli.certificate;

import org.jspecify.annotations.NullMarked;
