/// What can be said to a command, as values: for those that read, complete or fill in its command lines before it sees
/// them. A command's model enters; nothing of picocli leaves.
@NullMarked
package io.github.dnscli.cli.usage;

import org.jspecify.annotations.NullMarked;
