/// The porch shared by the commands: what every one of them says, accepts and returns.
///
/// A [Command] and its arguments enter through the [Launcher]; an [ExitStatus] and lines on a [Console] leave. The
/// [World] is all that a command may see of the machine. Nothing here knows what a command is about, and nothing here
/// ends the process: `System.exit` stands in each command's `main`.
@NullMarked
package io.github.dnscli.cli;

import org.jspecify.annotations.NullMarked;
