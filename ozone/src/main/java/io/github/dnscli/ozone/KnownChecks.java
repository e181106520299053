package io.github.dnscli.ozone;

import io.github.dnscli.certificate.CertificateChecks;
import io.github.dnscli.certificate.CertificateRule;
import io.github.dnscli.cli.Spelling;
import io.github.dnscli.common.check.Catalogue;
import io.github.dnscli.common.check.NameRule;
import io.github.dnscli.common.check.SignatureChecks;
import io.github.dnscli.common.finding.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every check that this command makes, and the ids by which people name them.
final class KnownChecks {

    private KnownChecks() {}

    /// {@return all of them, in the order of the catalogue}
    static List<Check> all() {
        var checks = new ArrayList<>(Catalogue.all());
        checks.addAll(checks.indexOf(SignatureChecks.DNSSEC_SIGNATURE), CertificateChecks.all());
        return List.copyOf(checks);
    }

    /// {@return the rules of those checks that the library does not know}
    static List<NameRule> rulesFromElsewhere() {
        return List.of(new CertificateRule());
    }

    /// {@return the check of an id}
    static Optional<Check> find(String id) {
        return all().stream().filter(check -> check.id().equals(id)).findFirst();
    }

    /// {@return the id that somebody probably meant}
    static Optional<String> closest(String typed) {
        return Spelling.closest(typed, all().stream().map(Check::id).toList());
    }
}
