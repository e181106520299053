/// `oserve certifier`, and the certifier in the process of `oserve primary`: watches zones for signing requests and has them
/// answered.
///
/// A command line goes in; certificates in zones, lines of a log, metrics, and a state folder come out. Who may have which
/// certificate, when, and how it is got, is decided in the certifier's own module; here is what it must not know: command
/// lines, files, locks, when to pass, and words for people.
@NullMarked
package io.github.dnscli.oserve.certifier;

import org.jspecify.annotations.NullMarked;
