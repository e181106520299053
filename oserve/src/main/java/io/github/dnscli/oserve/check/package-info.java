/// `oserve check`: what a primary server would serve, without serving it.
///
/// The options of the server go in; a report comes out, in words or as JSON. Files are read by what the server reads them
/// with; nothing is written but into a folder that is gone at the end.
@NullMarked
package io.github.dnscli.oserve.check;

import org.jspecify.annotations.NullMarked;
