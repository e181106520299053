/// Tests of what the disk keeps.
@NullMarked
package io.github.dnscli.gitstore.journal;

import org.jspecify.annotations.NullMarked;
