/// Keys, and what they may do, from outside the database: files, folders, credentials of systemd, a command, a policy.
///
/// Options go in; files of keys and [io.github.dnscli.common.key.KeyRights] come out, anew at each reading. No secret
/// ever leaves in a message.
@NullMarked
package io.github.dnscli.oserve.keys;

import org.jspecify.annotations.NullMarked;
