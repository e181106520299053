package io.github.dnscli.certifier.policy;

import io.github.dnscli.certificate.Chain;
import io.github.dnscli.certificate.TlsaBundle;
import io.github.dnscli.common.record.RecordSet;
import java.util.List;

/// The TLSA records of one name, taken apart once: to put chains in order costs signatures.
record PlaceContent(RecordSet records, List<Asked> asked, List<Chain> chains) {

    static PlaceContent of(RecordSet records) {
        var bundle = TlsaBundle.of(records);
        var asked = bundle.requestData().stream().map(Asked::of).toList();
        return new PlaceContent(records, asked, asked.isEmpty() ? List.of() : bundle.chains());
    }
}
