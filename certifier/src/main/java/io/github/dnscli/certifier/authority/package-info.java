/// Who issues: what is asked of an authority, and what it answers. The authorities themselves live elsewhere.
@NullMarked
package io.github.dnscli.certifier.authority;

import org.jspecify.annotations.NullMarked;
