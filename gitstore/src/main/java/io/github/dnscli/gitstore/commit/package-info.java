/// Which commits journalled changes make, and what their messages say; the messages are read again, too.
///
/// Pure: zones, texts and edits go in, texts and messages come out.
@NullMarked
package io.github.dnscli.gitstore.commit;

import org.jspecify.annotations.NullMarked;
