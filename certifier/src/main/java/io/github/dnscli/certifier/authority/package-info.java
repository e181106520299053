/// Who issues: what is asked of an authority, what it answers, and the keys that none is asked about any more. The
/// authorities themselves live elsewhere.
@NullMarked
package io.github.dnscli.certifier.authority;

import org.jspecify.annotations.NullMarked;
