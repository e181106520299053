/// The whole road of a service in the JVM: its request in a real name server, its certificate shown over TLS.
@NullMarked
package io.github.dnscli.certifier.service;

import org.jspecify.annotations.NullMarked;
