package io.github.dnscli.common.check;

import io.github.dnscli.common.record.RecordSet;
import java.util.Optional;

/// Knows the NSEC3 records of a chain by their hashes.
interface HashChain {

    /// {@return the set that has the record of a hash}
    Optional<RecordSet> find(byte[] hash);

    /// {@return the owner of the record that covers a hash and does not opt out, if that is so}
    Optional<String> strictCover(byte[] hash);
}
