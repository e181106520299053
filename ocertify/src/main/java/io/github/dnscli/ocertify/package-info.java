/// Asks for a certificate through the DNS, and stores it once it is there.
///
/// A host, a server and a TSIG key enter; a private key, a signing request and a verified chain leave, each in its
/// file. The request goes up as a TLSA record; who answers it, and how, is none of this package's business. The private
/// key never leaves this machine.
@NullMarked
package io.github.dnscli.ocertify;

import org.jspecify.annotations.NullMarked;
