/// What the servers have in common: where they listen, whom they tell of changes, and how they end.
///
/// Words of a command line go in, values for the builder of a name server come out. Which zones a server has, and where
/// they come from, lives in the packages of the servers.
@NullMarked
package io.github.dnscli.oserve.serving;

import org.jspecify.annotations.NullMarked;
