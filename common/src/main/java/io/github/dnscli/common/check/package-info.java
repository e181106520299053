/// The rules of a good zone.
///
/// A [io.github.dnscli.common.zone.Zone] and the places of its records enter, findings leave. The rules know nothing
/// of files or servers: the command line prints what they find, a server refuses for it.
@NullMarked
package io.github.dnscli.common.check;

import org.jspecify.annotations.NullMarked;
