package io.github.dnscli.common.check;

import static io.github.dnscli.common.check.SignatureChecks.DNSSEC_CHAIN;

import io.github.dnscli.common.dnssec.Nsec;
import io.github.dnscli.common.dnssec.TypeBitmap;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import java.util.Iterator;
import java.util.Optional;

/// The chain of NSEC records of a whole zone (RFC 4035 §2.3), walked once.
final class NsecChain {

    private final Findings findings;
    private Optional<RecordSet> first = Optional.empty();
    private Optional<RecordSet> previous = Optional.empty();

    /// A name behind the previous record that is missing from the chain and reported as such.
    private Optional<DomainName> passedOver = Optional.empty();

    private boolean isReached;

    NsecChain(Findings findings) {
        this.findings = findings;
    }

    void judge(Iterator<NameStanding> names) {
        names.forEachRemaining(
                at -> {
                    judgeName(at, findings);
                    var nsec = at.set(RecordType.NSEC);
                    if (at.isInChain() && nsec.isPresent()) {
                        step(nsec.get());
                    } else if (at.isInChain()) {
                        passOver(at.name());
                    }
                });
        if (previous.isPresent() && first.isPresent()) {
            judgeEnd(previous.get(), first.get().owner());
        }
    }

    private void step(RecordSet nsec) {
        if (first.isEmpty()) {
            first = Optional.of(nsec);
        }
        previous.ifPresent(
                last -> {
                    if (!isReached && !next(last).equals(nsec.owner())) {
                        findings.add(
                                DNSSEC_CHAIN,
                                last,
                                wrongLink(last, passedOver.orElse(nsec.owner())),
                                SignatureJudge.SIGN_AGAIN);
                    }
                });
        previous = Optional.of(nsec);
        passedOver = Optional.empty();
        isReached = false;
    }

    /// A record that points to a name without one, or to the next that has one, is not to blame.
    private void passOver(DomainName name) {
        if (passedOver.isEmpty()) {
            passedOver = Optional.of(name);
        }
        isReached |= previous.isPresent() && next(previous.get()).equals(name);
    }

    private void judgeEnd(RecordSet last, DomainName apex) {
        if (!isReached && !next(last).equals(apex)) {
            findings.add(
                    DNSSEC_CHAIN,
                    last,
                    "NSEC at '"
                            + last.owner().display()
                            + "' points to '"
                            + next(last).display()
                            + "', and the last one of the zone must point to '"
                            + apex.display()
                            + "'",
                    SignatureJudge.SIGN_AGAIN);
        }
    }

    static DomainName next(RecordSet nsec) {
        return Nsec.of(nsec.data().getFirst()).next();
    }

    /// {@return what is wrong with a record that does not point to the next name}
    static String wrongLink(RecordSet nsec, DomainName expected) {
        var next = next(nsec);
        boolean isBetween =
                nsec.owner().compareTo(expected) < 0
                        && (expected.compareTo(next) < 0 || next.compareTo(nsec.owner()) <= 0);
        return "NSEC at '"
                + nsec.owner().display()
                + "' points to '"
                + next.display()
                + (isBetween
                        ? "', and '" + expected.display() + "' lies between"
                        : "', and the next name is '" + expected.display() + "'");
    }

    /// Judges the record at a name by itself.
    static void judgeName(NameStanding at, Findings findings) {
        var nsec = at.set(RecordType.NSEC);
        if (at.isInChain()) {
            nsec.ifPresentOrElse(
                    set -> judgeRecord(set, at, findings),
                    () ->
                            findings.add(
                                    DNSSEC_CHAIN,
                                    at.sets().getFirst(),
                                    "no NSEC record at '" + at.name().display() + "'",
                                    SignatureJudge.SIGN_AGAIN));
        } else {
            nsec.ifPresent(set -> judgeStray(set, at, findings));
        }
    }

    private static void judgeRecord(RecordSet set, NameStanding at, Findings findings) {
        if (set.data().size() > 1) {
            findings.add(
                    DNSSEC_CHAIN,
                    set.records().getLast(),
                    "'" + at.name().display() + "' has " + set.data().size() + " NSEC records",
                    SignatureJudge.SIGN_AGAIN);
        }
        var expected = at.listedTypes();
        expected.add(RecordType.RRSIG);
        TypeLists.difference(Nsec.of(set.data().getFirst()).types(), TypeBitmap.of(expected))
                .ifPresent(
                        difference ->
                                findings.add(
                                        DNSSEC_CHAIN,
                                        set,
                                        "NSEC at '" + at.name().display() + "' " + difference,
                                        SignatureJudge.SIGN_AGAIN));
    }

    private static void judgeStray(RecordSet set, NameStanding at, Findings findings) {
        String reason =
                at.isOccluded()
                        ? "which lies below '" + at.barrier().orElseThrow().display() + "'"
                        : "where nothing else is";
        findings.add(
                DNSSEC_CHAIN,
                set,
                "NSEC at '" + at.name().display() + "', " + reason,
                SignatureJudge.SIGN_AGAIN);
    }
}
