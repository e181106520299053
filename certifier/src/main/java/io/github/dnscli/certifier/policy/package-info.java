/// Where signing requests stand, and whose names each may ask for. Values in, values out.
@NullMarked
package io.github.dnscli.certifier.policy;

import org.jspecify.annotations.NullMarked;
