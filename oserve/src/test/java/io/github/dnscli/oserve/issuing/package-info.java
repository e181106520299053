/// The whole road from a signing request to a certificate, with all commands as people run them.
///
/// Zones and keys go in; what stands in the DNS and in the files of hosts is looked at, by others' eyes where there are any.
@NullMarked
package io.github.dnscli.oserve.issuing;

import org.jspecify.annotations.NullMarked;
