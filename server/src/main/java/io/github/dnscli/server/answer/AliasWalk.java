package io.github.dnscli.server.answer;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.wire.QueryReply;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.Lookup;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.state.ZoneChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Walks from the name asked for along its aliases, as far as they stay in the zones served, and gathers what they say
/// (RFC 1034 §4.3.2, RFC 6672 §3.1). The outcome is that of the last name (RFC 6604 §3).
final class AliasWalk {

    /// Aliases followed; longer chains end where they are, and the client goes on.
    private static final int MOST_ALIASES = 16;

    private static final int LONGEST_NAME = 255;

    private final ServerState state;
    private final ZoneView view;
    private final List<RecordSet> answers = new ArrayList<>(2);
    private final List<RecordSet> authority = new ArrayList<>(1);
    private final AdditionalSets additional;
    private final List<DomainName> aliases = new ArrayList<>(1);
    private Rcode rcode = Rcode.NOERROR;
    private boolean authoritative = true;

    AliasWalk(ServerState state, ZoneView view) {
        this.state = state;
        this.view = view;
        this.additional = new AdditionalSets(view);
    }

    /// {@return the answer}
    ///
    /// @param start the zone that has the say about the name
    QueryReply answer(Zone start, DomainName name) {
        var next = step(start, name);
        while (next.isPresent()
                && mayFollow(next.get())
                && ZoneChoice.of(state, next.get(), view.type())
                        instanceof ZoneChoice.Served(var zone)) {
            next = step(zone, next.get());
        }
        return new QueryReply(
                rcode,
                authoritative,
                answers,
                authority,
                additional.glue(),
                additional.others(answers),
                Optional.empty());
    }

    private boolean mayFollow(DomainName next) {
        return aliases.size() < MOST_ALIASES && !aliases.contains(next);
    }

    /// {@return the name to go on with, when this one is an alias}
    private Optional<DomainName> step(Zone zone, DomainName name) {
        return switch (zone.lookup(name, view.type())) {
            case Lookup.Found(var sets) -> {
                found(zone, view.select(zone, name, sets));
                yield Optional.empty();
            }
            case Lookup.Alias _ when view.type().mayStandBesideCname() -> {
                deny(zone, Rcode.NOERROR);
                yield Optional.empty();
            }
            case Lookup.Alias(var cname) -> {
                aliases.add(name);
                view.addTo(answers, zone, cname);
                yield cname.data().getFirst().target();
            }
            case Lookup.SubtreeAlias(var dname) -> {
                aliases.add(name);
                yield followSubtree(zone, dname, name);
            }
            case Lookup.Delegated(var servers) -> {
                refer(zone, servers);
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

    private void found(Zone zone, List<RecordSet> sets) {
        for (var set : sets) {
            view.addTo(answers, zone, set);
            additional.addFor(zone, set);
        }
    }

    /// The DNAME record, once however often it is met, and a CNAME record made from it. A name grown too long is
    /// YXDOMAIN (RFC 6672 §2.2). Who asks for a CNAME record has it then.
    private Optional<DomainName> followSubtree(Zone zone, RecordSet dname, DomainName name) {
        if (!answers.contains(dname)) {
            view.addTo(answers, zone, dname);
        }
        var target = dname.data().getFirst().target().orElseThrow();
        if (name.wireLength() - dname.owner().wireLength() + target.wireLength() > LONGEST_NAME) {
            rcode = Rcode.YXDOMAIN;
            return Optional.empty();
        }
        var alias = name.withSuffix(dname.owner(), target);
        var cname = RecordData.ofWire(RecordType.CNAME, alias.wire());
        answers.add(new RecordSet(name, RecordType.CNAME, dname.ttl(), List.of(cname)));
        return view.type().equals(RecordType.CNAME) ? Optional.empty() : Optional.of(alias);
    }

    private void refer(Zone zone, RecordSet servers) {
        authoritative = !aliases.isEmpty();
        authority.add(servers);
        view.addSignersTo(authority, zone, servers.owner());
        additional.addReferral(zone, servers);
    }

    /// A denial is cached for the SOA's minimum, or its TTL if that is shorter (RFC 2308 §3).
    private void deny(Zone zone, Rcode outcome) {
        rcode = outcome;
        var soa = zone.recordSet(zone.origin(), RecordType.SOA).orElseThrow();
        long minimum = Soa.of(soa.data().getFirst()).minimum();
        int seconds = (int) Math.min(minimum, soa.ttl().seconds());
        view.addTo(
                authority,
                zone,
                new RecordSet(soa.owner(), soa.type(), new Ttl(seconds), soa.data()));
    }
}
