/// Tests of what is written down about commands.
@NullMarked
package io.github.dnscli.cli.document;

import org.jspecify.annotations.NullMarked;
