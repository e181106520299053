package io.github.dnscli.gitstore.commit;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.gitstore.merge.ZoneEdit;
import io.github.dnscli.gitstore.reading.Unwritten;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The message of a commit that was made for edits by one key.
///
/// ```
/// Update example.com: add _acme-challenge.www TXT
///
/// Added:   _acme-challenge.www.example.com. 60 IN TXT "abc"
/// Serial:  example.com 17 -> 18
///
/// Requested-By: 192.0.2.1
/// Dns-Update: 0123456789abcdef 17-23,25
/// ```
///
/// The last paragraph is made of git trailers. Records that are many or long are told in part.
///
/// @param text the message
public record CommitText(String text) {

    /// What a commit does to one zone.
    ///
    /// @param zone the zone's name
    /// @param before the serial before
    /// @param after the serial after
    /// @param removed the records that go, the SOA record left out
    /// @param added the records that come, the SOA record left out
    public record ZonePart(
            DomainName zone,
            Serial before,
            Serial after,
            List<ResourceRecord> removed,
            List<ResourceRecord> added) {

        /// Copies the lists.
        public ZonePart {
            removed = List.copyOf(removed);
            added = List.copyOf(added);
        }
    }

    /// Edits that a commit says it contains.
    ///
    /// @param journal the id of their journal
    /// @param numbers their numbers
    public record Contained(String journal, Set<Long> numbers) {

        /// Copies the numbers.
        public Contained {
            numbers = Set.copyOf(numbers);
        }
    }

    /// {@return the message for edits}
    ///
    /// @param journal the id of their journal
    /// @param edits by one key
    /// @param parts what they do together, zone by zone
    public static CommitText of(String journal, List<ZoneEdit> edits, List<ZonePart> parts) {
        return Unwritten.yet();
    }

    /// {@return which edits the commit contains; empty if it is none of a store's}
    public Optional<Contained> contained() {
        return Unwritten.yet();
    }

    /// {@return the addresses of those who asked, as the message tells them}
    public List<String> peers() {
        return Unwritten.yet();
    }
}
