package io.github.dnscli.common.check;

import io.github.dnscli.common.dnssec.ZoneKey;
import io.github.dnscli.common.record.RecordType;
import java.util.HashSet;
import java.util.Set;

/// Keys of one algorithm can be told apart by their tags. Nothing demands it, but validators have to try them all
/// (RFC 4034 appendix B), and some refuse to (CVE-2023-50387).
final class KeyTagRule implements NameRule {

    @Override
    public Set<RecordType> types() {
        return Set.of(RecordType.DNSKEY);
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        var seen = new HashSet<String>();
        for (var record : at.set(RecordType.DNSKEY).orElseThrow().records()) {
            var key = ZoneKey.of(record.data());
            if (!seen.add(key.toString())) {
                findings.add(
                        PolicyChecks.DUPLICATE_KEY_TAG,
                        record,
                        "another DNSKEY record has the tag and algorithm of key " + key + " too",
                        "make a new key in the place of one of them");
            }
        }
    }
}
