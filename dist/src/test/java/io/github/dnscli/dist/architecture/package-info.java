/// The test of the house's arrows. The intruders that it must catch stand in packages named `fixture`.
@NullMarked
package io.github.dnscli.dist.architecture;

import org.jspecify.annotations.NullMarked;
