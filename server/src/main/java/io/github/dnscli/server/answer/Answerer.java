package io.github.dnscli.server.answer;

import static java.util.stream.Collectors.toCollection;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.wire.Edns;
import io.github.dnscli.common.wire.EdnsOption.ExtendedError;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.Lookup;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.turn.Effect;
import io.github.dnscli.server.turn.Turn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Answers one query from the zones of a state (RFC 1034 §4.3.2, RFC 2308, RFC 4592, RFC 6672).
public final class Answerer {

    /// Aliases followed within our zones; longer chains end where they are, and the client goes on.
    private static final int MAX_ALIASES = 16;

    private final ServerState state;
    private final Message query;
    private final Question question;
    private final List<RecordSet> answers = new ArrayList<>();
    private final List<RecordSet> authority = new ArrayList<>();
    private Rcode rcode = Rcode.NOERROR;
    private boolean authoritative = true;

    private Answerer(ServerState state, Message query, Question question) {
        this.state = state;
        this.query = query;
        this.question = question;
    }

    /// {@return what a query leads to}
    public static Effect effect(Turn turn, Question question) {
        if (question.type().isMeta() && !question.type().equals(RecordType.ANY)) {
            return turn.answer(turn.request().reply(Rcode.FORMERR));
        }
        return turn.answer(answer(turn.state(), turn.request(), question));
    }

    private static Message answer(ServerState state, Message query, Question question) {
        if (!question.recordClass().equals(RecordClass.IN)) {
            return query.reply(Rcode.REFUSED);
        }
        var zone = zoneFor(state, question);
        if (zone.isEmpty()) {
            return refuseForeign(query, question);
        }
        return new Answerer(state, query, question).answerFrom(zone.get());
    }

    /// The DS records of a zone belong to its parent, if we serve that too (RFC 4035 §3.1.4.1).
    private static Optional<Zone> zoneFor(ServerState state, Question question) {
        var own = state.zoneOf(question.name());
        boolean atApex = own.filter(zone -> zone.origin().equals(question.name())).isPresent();
        if (atApex && question.type().equals(RecordType.DS) && !question.name().isRoot()) {
            return state.zoneOf(question.name().parent()).or(() -> own);
        }
        return own;
    }

    private static Message refuseForeign(Message query, Question question) {
        var reason =
                new ExtendedError(
                        ExtendedError.NOT_AUTHORITATIVE,
                        "no zone here for " + question.name().display());
        return query.reply(Rcode.REFUSED)
                .withEdns(query.edns().map(_ -> Edns.DEFAULT.with(reason)));
    }

    private Message answerFrom(Zone start) {
        var seen = new HashSet<DomainName>();
        var name = question.name();
        Optional<Zone> zone = Optional.of(start);
        while (zone.isPresent() && seen.size() < MAX_ALIASES && seen.add(name)) {
            var next = step(zone.get(), name);
            if (next.isEmpty()) {
                break;
            }
            name = next.get();
            zone = state.zoneOf(name);
        }
        return reply();
    }

    /// {@return the name to go on with, when this one is an alias}
    private Optional<DomainName> step(Zone zone, DomainName name) {
        return switch (zone.lookup(name, question.type())) {
            case Lookup.Found(var sets) -> {
                answers.addAll(sets);
                yield Optional.empty();
            }
            case Lookup.Alias(var cname) -> {
                answers.add(cname);
                yield cname.data().getFirst().target();
            }
            case Lookup.SubtreeAlias(var dname) -> followSubtree(dname, name);
            case Lookup.Delegated(var servers) -> {
                refer(servers);
                yield Optional.empty();
            }
            case Lookup.NoData _ -> {
                deny(zone, Rcode.NOERROR);
                yield Optional.empty();
            }
            case Lookup.NoName _ -> {
                deny(zone, Rcode.NXDOMAIN);
                yield Optional.empty();
            }
        };
    }

    /// RFC 6672 §3.1: the DNAME record and a CNAME made from it; a name grown too long is YXDOMAIN.
    private Optional<DomainName> followSubtree(RecordSet dname, DomainName name) {
        answers.add(dname);
        try {
            var target =
                    name.withSuffix(dname.owner(), dname.data().getFirst().target().orElseThrow());
            var made = RecordData.ofWire(RecordType.CNAME, target.wire());
            answers.add(new RecordSet(name, RecordType.CNAME, dname.ttl(), List.of(made)));
            return Optional.of(target);
        } catch (IllegalArgumentException _) {
            rcode = Rcode.YXDOMAIN;
            return Optional.empty();
        }
    }

    private void refer(RecordSet servers) {
        authoritative = !answers.isEmpty();
        authority.add(servers);
    }

    private void deny(Zone zone, Rcode outcome) {
        rcode = outcome;
        zone.recordSet(zone.origin(), RecordType.SOA)
                .ifPresent(set -> authority.add(negative(set)));
    }

    /// RFC 2308 §3: a denial is cached for the SOA's minimum, or its TTL if that is shorter.
    private static RecordSet negative(RecordSet soa) {
        long minimum = Soa.of(soa.data().getFirst()).minimum();
        int seconds = (int) Math.min(minimum, soa.ttl().seconds());
        return new RecordSet(soa.owner(), soa.type(), new Ttl(seconds), soa.data());
    }

    private Message reply() {
        var reply =
                query.reply(rcode)
                        .withSections(records(answers), records(authority), records(additional()));
        return authoritative ? reply.withFlags(Set.of(Flag.AA)) : reply;
    }

    /// Addresses of the hosts that answers and referrals name, as far as we know them.
    private List<RecordSet> additional() {
        var hosts = new LinkedHashSet<DomainName>();
        for (var set : answers) {
            if (!set.type().equals(RecordType.CNAME) && !set.type().equals(RecordType.PTR)) {
                set.data().forEach(data -> data.target().ifPresent(hosts::add));
            }
        }
        for (var set : authority) {
            set.data().forEach(data -> data.target().ifPresent(hosts::add));
        }
        return hosts.stream()
                .flatMap(host -> addresses(host).stream())
                .filter(set -> !answers.contains(set))
                .collect(toCollection(ArrayList::new));
    }

    /// Glue below a cut counts here, so the name itself is looked at, not the zone's view of it.
    private List<RecordSet> addresses(DomainName host) {
        return state.zoneOf(host).stream()
                .flatMap(zone -> zone.recordSetsAt(host).stream())
                .filter(
                        set ->
                                set.type().equals(RecordType.A)
                                        || set.type().equals(RecordType.AAAA))
                .toList();
    }

    private static List<MessageRecord> records(List<RecordSet> sets) {
        return sets.stream().flatMap(set -> set.records().stream()).map(MessageRecord::of).toList();
    }
}
