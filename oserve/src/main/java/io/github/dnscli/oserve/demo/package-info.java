/// The demo: the whole road walked on this machine, with the real commands as processes.
///
/// A folder of launchers enters; a story on the console and a verified PEM bundle leave. Nothing in it is needed by
/// the server.
@NullMarked
package io.github.dnscli.oserve.demo;

import org.jspecify.annotations.NullMarked;
