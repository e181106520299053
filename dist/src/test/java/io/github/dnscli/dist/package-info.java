/// Tests of what people install: the checked-in documents, and, after packaging, the image itself.
@NullMarked
package io.github.dnscli.dist;

import org.jspecify.annotations.NullMarked;
