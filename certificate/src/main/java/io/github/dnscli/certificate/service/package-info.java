/// A service in the JVM whose certificate comes through the DNS and renews itself.
///
/// Names, a key to sign updates with, a server and whom to trust enter; an
/// [io.github.dnscli.certificate.service.DnsIdentity] leaves, and out of it an [javax.net.ssl.SSLContext] that always holds
/// the newest certificate. What happens is told as [io.github.dnscli.certificate.service.IdentityEvent]. Private keys are
/// kept by an [io.github.dnscli.certificate.service.IdentityStore] and never leave this process by another way. Nothing is
/// served here, and no certificate is issued.
@NullMarked
package io.github.dnscli.certificate.service;

import org.jspecify.annotations.NullMarked;
