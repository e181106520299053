/// All programs: what there is to install, and which of them start in the same way.
///
/// [Programs] is the one list of all commands; [Family] says what those have in common that share a class path and a
/// cache.
@NullMarked
package io.github.dnscli.dist.program;

import org.jspecify.annotations.NullMarked;
