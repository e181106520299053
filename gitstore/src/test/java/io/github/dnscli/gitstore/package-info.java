@NullMarked
package io.github.dnscli.gitstore;

import org.jspecify.annotations.NullMarked;
