/// What is written down about the commands: manual pages and the completions of three shells.
///
/// The model of a [io.github.dnscli.cli.Command] enters, text leaves; where it is stored is not decided here. No command
/// loads any of this when it runs.
@NullMarked
package io.github.dnscli.cli.document;

import org.jspecify.annotations.NullMarked;
