/// What is uploaded to Maven Central, and what is looked at before.
@NullMarked
package io.github.dnscli.dist.publishing;

import org.jspecify.annotations.NullMarked;
