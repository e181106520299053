package io.github.dnscli.certifier.plan;

import io.github.dnscli.certificate.Certificate;
import java.time.Duration;
import java.time.Instant;

/// When a certificate is to be renewed.
///
/// @param at from when on
/// @param why what is to be said of it then, for people
public record Renewal(Instant at, String why) {

    private static final String TIME = "it is time for renewal";

    /// The largest part of a lifetime by which renewals are spread: hosts that were certified together do not stay
    /// together.
    private static final double SPREAD = 0.03;

    /// A renewal is never later than with this part of the lifetime left, whatever an authority says.
    private static final int LAST_PART = 10;

    /// 2^64 divided by the golden ratio: multiples of it are spread evenly (Fibonacci hashing).
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /// {@return the renewal of a certificate whose authority has no say}: when its lifetime says so, or up to 3 % of the
    /// lifetime earlier, the same for the same certificate at any time.
    public static Renewal regular(Certificate leaf) {
        var lifetime = leaf.lifetime();
        long early = (long) (lifetime.length().toMillis() * SPREAD * fraction(leaf));
        return new Renewal(lifetime.renewalDue().minusMillis(early), TIME);
    }

    /// {@return the renewal of a certificate at a moment in the window that its authority names (RFC 9773 §4.2)}
    public static Renewal advised(Certificate leaf, Instant moment) {
        var lifetime = leaf.lifetime();
        var last = lifetime.notAfter().minus(lifetime.length().dividedBy(LAST_PART));
        return new Renewal(
                moment.isAfter(last) ? last : moment, "the authority wants it to be renewed");
    }

    /// {@return a number from 0 to below 1 that follows from the serial number, and is spread evenly even if those are not}
    private static double fraction(Certificate leaf) {
        long scattered = leaf.x509().getSerialNumber().hashCode() * GOLDEN;
        return (scattered >>> 11) / (double) (1L << 53);
    }

    /// {@return how long after its beginning a certificate is renewed, if its authority has no say}
    public static Duration interval(Certificate leaf) {
        var lifetime = leaf.lifetime();
        return Duration.between(lifetime.notBefore(), lifetime.renewalDue());
    }
}
