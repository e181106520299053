@NullMarked
package io.github.dnscli.oserve.folder;

import org.jspecify.annotations.NullMarked;
