/// Certificate authorities for tests: roots, intermediates and leaves, right and wrong in every way a test may want; and
/// signing requests as wrong.
///
/// Certificates are built by the Java platform and the ASN.1 classes of Bouncy Castle, without a line of what is under
/// test.
@NullMarked
package io.github.dnscli.testkit.certificate;

import org.jspecify.annotations.NullMarked;
