/// A real name server in the tests of any project: zones stand in annotations, and a test that wants the server takes
/// it as a parameter.
///
/// ```java
/// @DnsZone(name = "example.com", records = """
///         www   A   192.0.2.1
///         """)
/// class ResolverTest {
///     @Test
///     void findsTheHost(DnsServer dns) {
///         var resolver = new Resolver(dns.address());
///         …
///     }
/// }
/// ```
///
/// Annotations go in, a server on a free port of the loopback address comes out. What the server does is none of this
/// package's business.
@NullMarked
package io.github.dnscli.junit;

import org.jspecify.annotations.NullMarked;
