/// What is to be done about signing requests, as follows from zones, what is remembered, and the time alone.
///
/// Places, a `Memory` and a time go in; steps, and updates that make certificates stand in places, come out. Nothing is
/// done here, and nothing remembered but which signatures have been checked.
@NullMarked
package io.github.dnscli.certifier.plan;

import org.jspecify.annotations.NullMarked;
