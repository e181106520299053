/// The interactive shell of operators, in which all commands live together: lines are typed at a terminal or come from a
/// script, and each runs a command within this process.
@NullMarked
package io.github.dnscli.osh;

import org.jspecify.annotations.NullMarked;
