package io.github.dnscli.certifier.plan;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certifier.policy.Place;
import java.util.List;

/// A signing request that was granted.
///
/// @param id what it is remembered by
/// @param request what is asked for
/// @param places where it stands
public record Wish(String id, CertificateRequest request, List<Place> places) {

    /// Copies the list.
    public Wish {
        places = List.copyOf(places);
    }
}
