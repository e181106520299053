@NullMarked
package io.github.dnscli.cli.progress;

import org.jspecify.annotations.NullMarked;
