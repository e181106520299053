/// `oserve certifier`: watches zones for signing requests and answers them.
///
/// A command line goes in; certificates in zones, lines of a log, and the state folder of a private authority come out.
/// Who may have which certificate, and when, is decided in the certifier's own module; here is what it must not know:
/// files, pauses and words for people.
@NullMarked
package io.github.dnscli.oserve.certifier;

import org.jspecify.annotations.NullMarked;
