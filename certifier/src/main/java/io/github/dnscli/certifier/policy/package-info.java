/// Where signing requests stand, and whose names each may ask for. Values in, values out.
///
/// Zones go in, and what the operator allows; places and grants come out. When to act on them is decided elsewhere.
@NullMarked
package io.github.dnscli.certifier.policy;

import org.jspecify.annotations.NullMarked;
