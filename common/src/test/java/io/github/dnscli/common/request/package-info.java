/// Tests of requests.
@NullMarked
package io.github.dnscli.common.request;

import org.jspecify.annotations.NullMarked;
