/// What must outlive the process, as texts under names. Where they are kept is somebody else's business: no file lives
/// here.
@NullMarked
package io.github.dnscli.certifier.state;

import org.jspecify.annotations.NullMarked;
