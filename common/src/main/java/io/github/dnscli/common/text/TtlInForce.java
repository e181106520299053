package io.github.dnscli.common.text;

import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.record.Ttl;
import java.util.Optional;

/// Which TTL a record gets that says none, as a text is read from its beginning: that of `$TTL` (RFC 2308 §4), else the
/// last one written (RFC 1035 §5.1), else for a zone that begins with an SOA its minimum, as BIND has it.
final class TtlInForce {

    /// With nothing else to go by: what the servers of the OCaml original use.
    private static final Ttl LAST_RESORT = new Ttl(3600);

    /// Where a TTL comes from that is not written.
    enum Origin {
        /// `$TTL`, or what the reader was told.
        DIRECTIVE("$TTL"),
        /// The last TTL written.
        PREVIOUS("the TTL of the record before"),
        /// The minimum of the SOA.
        SOA_MINIMUM("the minimum of the SOA"),
        /// Nowhere.
        NOWHERE("one hour");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /// A TTL that is not written.
    ///
    /// @param ttl the TTL
    /// @param origin where it comes from
    record Implied(Ttl ttl, Origin origin) {}

    private static final int UNKNOWN = -1;

    private int directive;
    private int previous = UNKNOWN;

    TtlInForce(Optional<Ttl> initial) {
        this.directive = initial.map(Ttl::seconds).orElse(UNKNOWN);
    }

    private TtlInForce(int directive, int previous) {
        this.directive = directive;
        this.previous = previous;
    }

    /// {@return the same, to go on from here}
    TtlInForce copy() {
        return new TtlInForce(directive, previous);
    }

    /// {@return whether records that say no TTL get the same from either, until the next `$TTL`}
    boolean isLike(TtlInForce other) {
        return directive == other.directive && (directive != UNKNOWN || previous == other.previous);
    }

    /// Notes a `$TTL`.
    void directive(Ttl ttl) {
        directive = ttl.seconds();
    }

    /// Goes back to a `$TTL` of before.
    void restore(int seconds) {
        directive = seconds;
    }

    /// {@return the seconds of the latest `$TTL`; negative when there is none}
    int directive() {
        return directive;
    }

    /// Notes a record with a TTL of its own.
    void written(int seconds) {
        previous = seconds;
    }

    /// {@return the TTL for a record that says none; notes that it has been used}
    Implied take(RecordData data) {
        var implied = peek(data);
        switch (implied.origin()) {
            case DIRECTIVE, PREVIOUS -> {}
            case SOA_MINIMUM -> directive(implied.ttl());
            case NOWHERE -> written(implied.ttl().seconds());
        }
        return implied;
    }

    /// {@return the TTL for a record that says none}
    Implied peek(RecordData data) {
        if (directive != UNKNOWN) {
            return new Implied(new Ttl(directive), Origin.DIRECTIVE);
        }
        if (previous != UNKNOWN) {
            return new Implied(new Ttl(previous), Origin.PREVIOUS);
        }
        return data.type().equals(RecordType.SOA)
                ? new Implied(minimum(data), Origin.SOA_MINIMUM)
                : new Implied(LAST_RESORT, Origin.NOWHERE);
    }

    private static Ttl minimum(RecordData soa) {
        return new Ttl((int) Math.min(Soa.of(soa).minimum(), Ttl.MAX.seconds()));
    }
}
