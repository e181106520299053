@NullMarked
package io.github.dnscli.oserve.http;

import org.jspecify.annotations.NullMarked;
