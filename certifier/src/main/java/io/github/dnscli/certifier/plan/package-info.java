/// What is to be done about signing requests, as follows from zones, what is remembered, and the time alone.
@NullMarked
package io.github.dnscli.certifier.plan;

import org.jspecify.annotations.NullMarked;
