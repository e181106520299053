/// Zones as a server has them: shown, checked, compared with files, edited, and changed by signed updates.
///
/// Each command fetches the zone anew. What is to be changed is checked before it is sent, and sent as updates that the
/// server refuses where the zone is not as it was fetched. Nothing here keeps a zone, or changes a serial.
@NullMarked
package io.github.dnscli.osh.zone;

import org.jspecify.annotations.NullMarked;
