/// `oserve primary`: a name server whose zones are the files of a folder.
///
/// A command line goes in; a running [Primary] and lines of a log come out. How files are read and written lives in
/// the package of the folder, how packets are answered in the server.
@NullMarked
package io.github.dnscli.oserve.primary;

import org.jspecify.annotations.NullMarked;
