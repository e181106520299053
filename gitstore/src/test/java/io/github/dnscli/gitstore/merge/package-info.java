/// Tests of changes that are made again.
@NullMarked
package io.github.dnscli.gitstore.merge;

import org.jspecify.annotations.NullMarked;
