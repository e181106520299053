package io.github.dnscli.gitstore.merge;

import io.github.dnscli.common.name.DomainName;

/// Part of an acknowledged change that cannot be made, because the operator has meanwhile decided otherwise.
///
/// @param edit the change
/// @param owner the name at which it would have been made
/// @param reason why it cannot, for people; names the records in question
public record Conflict(ZoneEdit edit, DomainName owner, String reason) {}
