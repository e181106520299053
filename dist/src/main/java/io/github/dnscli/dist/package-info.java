/// What people install, made from the commands.
///
/// The class path of the build and its JDK enter; a folder with launchers, two jars, a Java runtime of its own, AOT caches, manual
/// pages and completions leaves, and a tarball and a Debian package of it. Each package here uses only those before it:
///
/// - `file` and `program`: what all need, and the one list of all commands;
/// - `document`, `jar`, `runtime`, `cache`, `part`: what is in the image, a package for each kind;
/// - `image`: all of it in one folder;
/// - `debian` and `publishing`: how it gets to people.
///
/// Nothing of this runs on a user's machine.
///
/// Two builds of the same sources make the same files, with the same times and rights, but for the insides of the AOT caches: the
/// JVM writes into them the time at which it started, and constants that threads of the training run may or may not have
/// resolved by their end. `.ci/reproducible` compares all else.
@NullMarked
package io.github.dnscli.dist;

import org.jspecify.annotations.NullMarked;
