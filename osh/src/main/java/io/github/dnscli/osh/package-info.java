/// The interactive shell: lines that people type, and scripts, become runs of the commands.
@NullMarked
package io.github.dnscli.osh;

import org.jspecify.annotations.NullMarked;
