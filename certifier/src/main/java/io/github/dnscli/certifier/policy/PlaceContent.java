package io.github.dnscli.certifier.policy;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.Chain;
import io.github.dnscli.certificate.TlsaBundle;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import java.util.List;
import java.util.Optional;

/// The TLSA records of one name, taken apart once. Chains are put in order when somebody asks, for that costs signatures.
final class PlaceContent {

    private final RecordSet records;
    private final List<Asked> asked;
    private final TlsaBundle bundle;
    private volatile Optional<List<Chain>> chains = Optional.empty();

    /// Takes records apart.
    ///
    /// @param before what stood there before: requests that still do are not checked again
    PlaceContent(RecordSet records, Optional<PlaceContent> before) {
        this.records = records;
        this.bundle = TlsaBundle.of(records);
        var known = before.map(PlaceContent::asked).orElse(List.of());
        this.asked = bundle.requestData().stream().map(data -> asked(data, known)).toList();
    }

    private static Asked asked(RecordData data, List<Asked> known) {
        return known.stream()
                .filter(asked -> asked.data().equals(data))
                .findFirst()
                .orElseGet(() -> Asked.of(data));
    }

    RecordSet records() {
        return records;
    }

    List<Asked> asked() {
        return asked;
    }

    List<Certificate> leaves() {
        return bundle.leaves();
    }

    List<Chain> chains() {
        var known = chains;
        if (known.isPresent()) {
            return known.get();
        }
        var found = bundle.chains();
        chains = Optional.of(found);
        return found;
    }
}
