/// One zone: assemble it, look names up in it, compare it, change it.
///
/// Records enter, an immutable [Zone] comes out; a changed zone is a new one that shares what stayed. A zone may
/// be faulty (no SOA, a CNAME beside other data): what is wrong with it is judged by the checks, not here.
@NullMarked
package io.github.dnscli.common.zone;

import org.jspecify.annotations.NullMarked;
