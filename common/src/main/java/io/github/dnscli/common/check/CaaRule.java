package io.github.dnscli.common.check;

import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// CAA properties are known and well-formed (RFC 8659 §4, RFC 9495, and the Baseline Requirements of the CA/Browser
/// Forum, appendix A.1). Authorities take a malformed one for a prohibition.
final class CaaRule implements NameRule {

    private static final int CRITICAL = 128;

    @Override
    public Set<RecordType> types() {
        return Set.of(RecordType.CAA);
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        var set = at.set(RecordType.CAA);
        if (set.isPresent()) {
            for (var record : set.get().records()) {
                judge(record, findings);
            }
        }
    }

    private static void judge(ResourceRecord record, Findings findings) {
        byte[] wire = record.data().wire();
        int flags = wire[0] & 0xff;
        int valueAt = 2 + (wire[1] & 0xff);
        var tag = new String(wire, 2, valueAt - 2, StandardCharsets.US_ASCII);
        var value = new String(wire, valueAt, wire.length - valueAt, StandardCharsets.UTF_8);
        if (flags != 0 && flags != CRITICAL) {
            findings.add(
                    PolicyChecks.CAA_UNKNOWN,
                    record,
                    "flags '" + flags + "' have a meaning nobody knows",
                    "'128' makes a property critical, '0' does not");
        }
        switch (tag.toLowerCase(Locale.ROOT)) {
            case "issue", "issuewild", "issuemail", "issuevmc" ->
                    add(record, tag, IssuerValue.problem(value), findings);
            case "iodef" -> add(record, tag, ContactValue.reportProblem(value), findings);
            case "contactemail" -> add(record, tag, ContactValue.emailProblem(value), findings);
            case "contactphone" -> add(record, tag, ContactValue.phoneProblem(value), findings);
            default -> addUnknown(record, tag, flags, findings);
        }
    }

    private static void add(
            ResourceRecord record, String tag, Optional<String> problem, Findings findings) {
        if (problem.isPresent()) {
            findings.add(
                    StructureChecks.CAA_SYNTAX,
                    record,
                    "property '" + tag + "': " + problem.get(),
                    "");
        }
    }

    private static void addUnknown(
            ResourceRecord record, String tag, int flags, Findings findings) {
        findings.add(
                PolicyChecks.CAA_UNKNOWN,
                record,
                "property '" + tag + "' is not known",
                (flags & CRITICAL) != 0
                        ? "it is critical: no authority that does not know it may issue"
                        : "");
    }
}
