/// An authority of one's own: a root, what it issues and what it revokes. Where its keys are kept is somebody else's
/// business.
@NullMarked
package io.github.dnscli.certifier.own;

import org.jspecify.annotations.NullMarked;
