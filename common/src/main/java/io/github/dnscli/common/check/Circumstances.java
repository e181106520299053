package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.zone.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a judgement depends on besides the zone.
///
/// @param now the time at which the zone is to be good
/// @param expiryMargin how long before their end signatures are reported
/// @param longestTtl the longest TTL that is allowed, if somebody cares
/// @param neighbours the other zones at hand
/// @param moreRules rules from elsewhere, such as those about certificates
/// @param withUnasked whether findings are wanted of checks that are off unless somebody asks for them
public record Circumstances(
        Instant now,
        Duration expiryMargin,
        Optional<Ttl> longestTtl,
        Neighbours neighbours,
        List<NameRule> moreRules,
        boolean withUnasked) {

    /// How long before their end signatures are reported, unless somebody says otherwise: three days.
    public static final Duration EXPIRY_MARGIN = Duration.ofDays(3);

    /// Knows other zones that belong to the same operator.
    @FunctionalInterface
    public interface Neighbours {

        /// {@return the zone at hand that a name belongs to, if there is one}
        Optional<Zone> zoneOf(DomainName name);
    }

    /// Copies the rules.
    public Circumstances {
        moreRules = List.copyOf(moreRules);
    }

    /// Makes circumstances in which only the usual checks are wanted.
    public Circumstances(
            Instant now,
            Duration expiryMargin,
            Optional<Ttl> longestTtl,
            Neighbours neighbours,
            List<NameRule> moreRules) {
        this(now, expiryMargin, longestTtl, neighbours, moreRules, false);
    }

    /// {@return the usual ones at a time}
    public static Circumstances at(Instant now) {
        return new Circumstances(
                now, EXPIRY_MARGIN, Optional.empty(), _ -> Optional.empty(), List.of());
    }

    /// {@return the same with more rules}
    public Circumstances with(List<NameRule> rules) {
        return new Circumstances(now, expiryMargin, longestTtl, neighbours, rules, withUnasked);
    }

    /// {@return the same with all checks asked for}
    public Circumstances withAllChecks() {
        return new Circumstances(now, expiryMargin, longestTtl, neighbours, moreRules, true);
    }
}
