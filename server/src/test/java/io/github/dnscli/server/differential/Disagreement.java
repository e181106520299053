package io.github.dnscli.server.differential;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Question;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// What the other servers disagree about; each has its row in `docs/answers.md`. A disagreement is of the first kind that
/// fits.
enum Disagreement {
    OTHER_CLASSES("classes other than IN"),
    META_TYPES("types that no zone has"),
    ANY_TYPE("type ANY"),
    BESIDE_AN_ALIAS("RRSIG and NSEC at an alias"),
    ALIAS_LOOP("aliases that lead back"),
    TOO_LONG("a DNAME that makes a name too long"),
    LONG_CHAIN("chains of more than four aliases"),
    OTHER_ZONE("an alias into another zone"),
    TRUNCATION("a reply that does not fit"),
    NEGATIVE_SOA("a denial to who asks for SOA"),
    REFERRAL_ADDRESSES("addresses in a referral that are not glue"),
    ADDITIONAL_ADDRESSES("addresses of hosts that an answer names"),
    UNLISTED("anything else");

    private static final int LONG = 4;

    private final String title;

    Disagreement(String title) {
        this.title = title;
    }

    /// {@return what the documentation calls it}
    String title() {
        return title;
    }

    /// {@return what servers disagree about}
    ///
    /// @param replies what they say, ours among it
    /// @param ours what we say
    /// @param apexes the names of the zones served
    static Disagreement of(
            Question question,
            Collection<ComparableReply> replies,
            ComparableReply ours,
            Set<DomainName> apexes) {
        if (!question.recordClass().equals(RecordClass.IN)) {
            return OTHER_CLASSES;
        }
        if (question.type().equals(RecordType.ANY)) {
            return ANY_TYPE;
        }
        if (question.type().isMeta()) {
            return META_TYPES;
        }
        if (question.type().mayStandBesideCname() && !question.type().equals(RecordType.CNAME)) {
            return BESIDE_AN_ALIAS;
        }
        if (ours.rcode().equals("YXDOMAIN")) {
            return TOO_LONG;
        }
        var aliases = replies.stream().map(Disagreement::aliases).toList();
        if (!aliases.stream().allMatch(List::isEmpty)) {
            return ofAliases(question, replies, ours, aliases, apexes);
        }
        return ofSections(question, replies, ours);
    }

    private static Disagreement ofAliases(
            Question question,
            Collection<ComparableReply> replies,
            ComparableReply ours,
            List<List<MessageRecord>> aliases,
            Set<DomainName> apexes) {
        if (isLoop(aliases(ours))) {
            return ALIAS_LOOP;
        }
        if (aliases.stream().anyMatch(chain -> chain.size() > LONG)) {
            return LONG_CHAIN;
        }
        boolean isElsewhere = !isTruncated(replies) && zones(ours, apexes) > 1;
        return isElsewhere ? OTHER_ZONE : ofSections(question, replies, ours);
    }

    private static Disagreement ofSections(
            Question question, Collection<ComparableReply> replies, ComparableReply ours) {
        if (isTruncated(replies)) {
            return TRUNCATION;
        }
        if (question.type().equals(RecordType.SOA) && differOnlyIn("authority", replies, ours)) {
            return NEGATIVE_SOA;
        }
        if (!differOnlyIn("additional", replies, ours)) {
            return UNLISTED;
        }
        boolean isReferral =
                ours.authority().stream().anyMatch(r -> r.type().equals(RecordType.NS));
        return isReferral ? REFERRAL_ADDRESSES : ADDITIONAL_ADDRESSES;
    }

    private static boolean differOnlyIn(
            String part, Collection<ComparableReply> replies, ComparableReply ours) {
        return replies.stream()
                .map(reply -> reply.differencesFrom(ours))
                .allMatch(parts -> parts.isEmpty() || parts.equals(List.of(part)));
    }

    private static boolean isTruncated(Collection<ComparableReply> replies) {
        return replies.stream().anyMatch(reply -> reply.flags().contains(Flag.TC));
    }

    private static List<MessageRecord> aliases(ComparableReply reply) {
        return reply.answers().stream().filter(r -> r.type().equals(RecordType.CNAME)).toList();
    }

    private static boolean isLoop(List<MessageRecord> aliases) {
        var owners = aliases.stream().map(MessageRecord::owner).toList();
        return !aliases.isEmpty()
                && aliases.stream()
                        .allMatch(
                                alias ->
                                        owners.contains(
                                                alias.data()
                                                        .flatMap(data -> data.target())
                                                        .orElseThrow()));
    }

    /// {@return how many zones the owners and targets of an answer are of}
    private static long zones(ComparableReply reply, Set<DomainName> apexes) {
        return aliases(reply).stream()
                .flatMap(
                        alias ->
                                List.of(
                                        alias.owner(),
                                        alias.data().flatMap(data -> data.target()).orElseThrow())
                                        .stream())
                .map(name -> zone(name, apexes))
                .distinct()
                .count();
    }

    private static DomainName zone(DomainName name, Set<DomainName> apexes) {
        for (var at = name; !at.isRoot(); at = at.parent()) {
            if (apexes.contains(at)) {
                return at;
            }
        }
        return DomainName.ROOT;
    }
}
