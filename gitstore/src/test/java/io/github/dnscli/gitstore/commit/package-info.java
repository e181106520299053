/// Tests of what commits say.
@NullMarked
package io.github.dnscli.gitstore.commit;

import org.jspecify.annotations.NullMarked;
