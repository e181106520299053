/// Brings a certificate from the DNS into a file.
///
/// A host and a server enter, a verified chain leaves, into a file or on standard output. What stands in the DNS is
/// only read, and what is not verified is never written.
@NullMarked
package io.github.dnscli.otlsafetch;

import org.jspecify.annotations.NullMarked;
