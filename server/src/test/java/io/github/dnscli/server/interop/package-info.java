/// Our server and those of others as each other's primaries and secondaries. A [io.github.dnscli.testkit.Relay] between
/// the two sees which transfers there were; whether they were right, the zones tell that both have in the end.
@org.jspecify.annotations.NullMarked
package io.github.dnscli.server.interop;
