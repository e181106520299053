@NullMarked
package io.github.dnscli.oserve.database;

import org.jspecify.annotations.NullMarked;
