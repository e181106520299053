/// What is installed, for the other tests: where it lies, and how a session with it is typed.
@NullMarked
package io.github.dnscli.dist.installed;

import org.jspecify.annotations.NullMarked;
