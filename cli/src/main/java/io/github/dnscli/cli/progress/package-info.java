/// The line on a terminal that shows what takes long: what is waited for, how far it is, and for how long already.
///
/// A [Work] enters when it begins; octets for standard error leave, after a second at the earliest, and none at all where
/// no terminal is. The line is gone before anything else is written. JLine says how wide the terminal is and how a line
/// is emptied; only [JlineScreen] knows it, and it is not loaded before there is a line to draw.
@NullMarked
package io.github.dnscli.cli.progress;

import org.jspecify.annotations.NullMarked;
