package io.github.dnscli.common.check;

import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Soa;
import java.util.Set;

/// The mailbox of the SOA record is a name (RFC 1035 §3.3.13), and its timers fit each other (RFC 1912 §2.2) and are
/// of this world (RFC 2308 §5).
final class StartAdviceRule implements NameRule {

    private static final long DAY = 86_400;
    private static final long YEAR = 365 * DAY;

    @Override
    public Set<RecordType> types() {
        return Set.of(RecordType.SOA);
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        if (at.isApex()) {
            at.set(RecordType.SOA).ifPresent(set -> judge(set, findings));
        }
    }

    private static void judge(RecordSet set, Findings findings) {
        var record = new ResourceRecord(set.owner(), set.ttl(), set.data().getFirst());
        var soa = Soa.of(record.data());
        judgeMailbox(record, soa, findings);
        judgeRefresh(record, soa, findings);
        judgeExpire(record, soa, findings);
        if (soa.minimum() > DAY) {
            timer(
                    record,
                    "minimum '" + soa.minimum() + "' is longer than a day",
                    "it is how long answers that something does not exist are kept; one to three hours work well",
                    findings);
        }
    }

    private static void judgeMailbox(ResourceRecord record, Soa soa, Findings findings) {
        for (byte octet : soa.mailbox().wire()) {
            // No label is 64 octets long, so this is a character of one.
            if (octet == '@') {
                findings.add(
                        PolicyChecks.SOA_RNAME_AT_SIGN,
                        record,
                        "mailbox '"
                                + soa.mailbox().display().replace("\\@", "@")
                                + "' has an '@' in it",
                        "write a dot for the '@', and a dot at the end: 'hostmaster.example.com.'");
                return;
            }
        }
    }

    private static void judgeRefresh(ResourceRecord record, Soa soa, Findings findings) {
        if (soa.refresh() == 0 || soa.retry() == 0) {
            timer(
                    record,
                    (soa.refresh() == 0 ? "refresh" : "retry") + " is '0'",
                    "secondaries would ask without a pause",
                    findings);
        } else if (soa.retry() >= soa.refresh()) {
            timer(
                    record,
                    "retry '" + soa.retry() + "' is not less than refresh '" + soa.refresh() + "'",
                    "after a failure secondaries ask again sooner than usual",
                    findings);
        }
    }

    private static void judgeExpire(ResourceRecord record, Soa soa, Findings findings) {
        if (soa.expire() < soa.refresh() + soa.retry()) {
            timer(
                    record,
                    "expire '"
                            + soa.expire()
                            + "' is less than refresh and retry, '"
                            + soa.refresh()
                            + "' and '"
                            + soa.retry()
                            + "'",
                    "secondaries would drop the zone after one failure; two to four weeks are usual",
                    findings);
        } else if (soa.expire() < DAY) {
            timer(
                    record,
                    "expire '" + soa.expire() + "' is less than a day",
                    "secondaries drop the zone when the primary is away so long; two to four weeks are usual",
                    findings);
        } else if (soa.expire() > YEAR) {
            timer(
                    record,
                    "expire '" + soa.expire() + "' is more than a year",
                    "secondaries would serve what nobody maintains; two to four weeks are usual",
                    findings);
        }
    }

    private static void timer(
            ResourceRecord record, String message, String hint, Findings findings) {
        findings.add(PolicyChecks.SOA_TIMERS, record, message, hint);
    }
}
