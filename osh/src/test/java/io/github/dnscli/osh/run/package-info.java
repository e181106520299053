@NullMarked
package io.github.dnscli.osh.run;

import org.jspecify.annotations.NullMarked;
