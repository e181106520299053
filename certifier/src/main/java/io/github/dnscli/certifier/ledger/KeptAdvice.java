package io.github.dnscli.certifier.ledger;

import io.github.dnscli.certifier.authority.RenewalAdvice;
import java.time.Instant;

/// What an authority said of the renewal of a certificate.
///
/// @param serial the certificate's serial number, in lower-case hexadecimal digits
/// @param advice what was said last
/// @param moment the moment picked in the window; another only when the window is another
public record KeptAdvice(String serial, RenewalAdvice advice, Instant moment) {}
