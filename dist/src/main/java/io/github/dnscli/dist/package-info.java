/// What people install, made from the commands.
///
/// The class path of the build enters; a folder with launchers, one jar, an AOT cache, manual pages and completions
/// leaves. [Programs] is the one list of all commands. Nothing of this runs on a user's machine.
@NullMarked
package io.github.dnscli.dist;

import org.jspecify.annotations.NullMarked;
