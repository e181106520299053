package io.github.dnscli.certifier.plan;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.Chain;
import io.github.dnscli.certificate.Fitness;
import io.github.dnscli.certificate.TlsaRole;
import io.github.dnscli.certifier.policy.Place;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Tlsa;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.request.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/// Writes a certificate into a place, as one update that holds only if the place is still as it was seen.
///
/// The leaf is written as `3 0 0`, the authorities as `0 0 0`. Certificates that answer no request there go, with the
/// authorities that only they needed, one record each. Requests and records of other purposes stay.
///
/// Records live for an hour, those of a certificate that lasts less than ten hours for a tenth of its lifetime, a minute at
/// least: nobody is to be given one from a cache that is about to expire.
public final class PlaceUpdate {

    private static final long MAX_TTL = 3600;
    private static final long MIN_TTL = 60;
    private static final int PART = 10;

    private final Place place;
    private final CertificateRequest request;
    private final Instant now;

    private PlaceUpdate(Place place, CertificateRequest request, Instant now) {
        this.place = place;
        this.request = request;
        this.now = now;
    }

    /// {@return the update that makes a chain the answer to a request}
    public static Update of(
            Place place, CertificateRequest request, IssuedChain chain, Instant now) {
        return new PlaceUpdate(place, request, now).writing(chain);
    }

    private Update writing(IssuedChain chain) {
        var wanted = kept();
        wanted.addAll(chain.records());
        var ttl = ttl(chain.leaf());
        var owner = place.records().owner();
        var update = Update.of(place.zone()).setEquals(place.records());
        for (var data : place.records().data()) {
            if (isCertificate(data) && !wanted.contains(data)) {
                update = update.deleteRecord(owner, data);
            }
        }
        for (var data : wanted) {
            if (!place.records().data().contains(data)) {
                update = update.add(new ResourceRecord(owner, ttl, data));
            }
        }
        return update;
    }

    private static Ttl ttl(Certificate leaf) {
        long part = leaf.lifetime().length().dividedBy(PART).toSeconds();
        return new Ttl((int) Math.clamp(part, MIN_TTL, MAX_TTL));
    }

    private static RecordData data(Certificate authority) {
        return TlsaRole.AUTHORITY.data(authority.der());
    }

    private static boolean isCertificate(RecordData data) {
        return TlsaRole.of(Tlsa.of(data)).filter(role -> role != TlsaRole.REQUEST).isPresent();
    }

    /// The certificates of the other requests in the same place.
    private Set<RecordData> kept() {
        var kept = new LinkedHashSet<RecordData>();
        if (place.asked().size() < 2) {
            return kept;
        }
        place.chains().stream()
                .filter(chain -> answersAnother(chain.leaf()))
                .forEach(chain -> addAll(chain, kept));
        return kept;
    }

    private static void addAll(Chain chain, Set<RecordData> kept) {
        kept.add(TlsaRole.LEAF.data(chain.leaf().der()));
        chain.paths().stream()
                .flatMap(path -> path.stream().skip(1))
                .forEach(authority -> kept.add(data(authority)));
    }

    private boolean answersAnother(Certificate leaf) {
        return !fits(leaf, request)
                && place.readableRequests()
                        .filter(other -> !other.equals(request))
                        .anyMatch(other -> fits(leaf, other));
    }

    private boolean fits(Certificate leaf, CertificateRequest other) {
        return switch (Fitness.of(leaf, other, now, Duration.ZERO)) {
            case Fitness.Fits _ -> true;
            case Fitness.Unfit _ -> false;
        };
    }
}
