package io.github.dnscli.certificate;

import io.github.dnscli.common.name.DomainName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Whether a certificate is the answer to a request: the same key, the same names, and not about to expire. Who issued
/// it is another question.
public sealed interface Fitness {

    /// The certificate answers the request.
    record Fits() implements Fitness {}

    /// It does not.
    ///
    /// @param reasons at least one
    record Unfit(List<Reason> reasons) implements Fitness {}

    /// {@return whether a certificate answers a request}
    ///
    /// @param margin how much longer it must be valid; zero for no longer than now
    static Fitness of(Certificate leaf, CertificateRequest request, Instant now, Duration margin) {
        var reasons = new ArrayList<Reason>();
        if (!leaf.publicKey().equals(request.publicKey())) {
            reasons.add(new Reason.WrongKey(request.publicKey(), leaf.publicKey()));
        }
        if (!setOf(leaf.names()).equals(setOf(request.names()))) {
            reasons.add(new Reason.OtherNames(request.names(), leaf.names()));
        }
        addDates(leaf, now, margin, reasons);
        return reasons.isEmpty() ? new Fits() : new Unfit(List.copyOf(reasons));
    }

    private static Set<DomainName> setOf(List<DomainName> names) {
        return Set.copyOf(names);
    }

    private static void addDates(
            Certificate leaf, Instant now, Duration margin, List<Reason> reasons) {
        var lifetime = leaf.lifetime();
        if (now.isBefore(lifetime.notBefore())) {
            reasons.add(new Reason.NotYetValid(leaf.subject(), lifetime.notBefore(), now));
        } else if (now.isAfter(lifetime.notAfter())) {
            reasons.add(new Reason.Expired(leaf.subject(), lifetime.notAfter(), now));
        } else if (lifetime.remaining(now).compareTo(margin) < 0) {
            reasons.add(new Reason.ExpiresSoon(leaf.subject(), lifetime.notAfter(), margin));
        }
    }
}
