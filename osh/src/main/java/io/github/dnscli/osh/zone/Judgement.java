package io.github.dnscli.osh.zone;

import io.github.dnscli.certificate.CertificateRule;
import io.github.dnscli.common.check.Circumstances;
import java.util.List;

/// What zones are judged by: all that ozone looks for unless it is told otherwise.
final class Judgement {

    private Judgement() {}

    /// {@return the circumstances of this moment}
    static Circumstances of(ServedZone at) {
        return Circumstances.at(at.world().clock().instant()).with(List.of(new CertificateRule()));
    }
}
