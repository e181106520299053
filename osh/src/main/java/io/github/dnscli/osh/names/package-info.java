/// What is in the zone at hand and which zones there are: from the server, or from the files in the folder.
@NullMarked
package io.github.dnscli.osh.names;

import org.jspecify.annotations.NullMarked;
