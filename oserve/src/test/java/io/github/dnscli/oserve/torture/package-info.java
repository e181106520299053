/// A primary server with everything against it at once: many clients, an operator, a remote that comes and goes, and kills.
@NullMarked
package io.github.dnscli.oserve.torture;

import org.jspecify.annotations.NullMarked;
