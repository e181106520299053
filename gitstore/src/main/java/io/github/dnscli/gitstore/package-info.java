/// The store of a name server whose database is a git repository: [io.github.dnscli.gitstore.GitStore].
///
/// The remote branch and the journal are the truth; everything else is made of the two. A signed UPDATE is journalled,
/// acknowledged, made in the text of its zone, committed and pushed; when the branch has moved, the changes that it does
/// not have yet are made again on top of it.
@NullMarked
package io.github.dnscli.gitstore;

import org.jspecify.annotations.NullMarked;
