/// Tests of the parts of a service's identity; the whole road is walked where a name server is at hand.
@NullMarked
package io.github.dnscli.certificate.service;

import org.jspecify.annotations.NullMarked;
