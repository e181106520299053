/// What a signed zone is made of: keys, signatures, chains of denial, digests (RFC 4033 to 4035, 5155, 8976).
///
/// Record data enter and come out as typed values; the cryptography is the JDK's own. Whether a zone is signed as it should
/// be is judged elsewhere, and nothing here signs.
@NullMarked
package io.github.dnscli.common.dnssec;

import org.jspecify.annotations.NullMarked;
