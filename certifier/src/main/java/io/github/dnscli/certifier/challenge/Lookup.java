package io.github.dnscli.certifier.challenge;

import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.Rcode;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Questions about names: to the servers that take updates, since they know first, and where none of them is
/// authoritative to the resolvers.
///
/// @param settings names the servers and the resolvers
/// @param transport the way to resolvers and name servers
/// @param clock what signatures say of the time
/// @param random makes message ids; for several threads at once
record Lookup(
        DnsSettings settings, Transport transport, InstantSource clock, RandomGenerator random) {

    /// What came of a question.
    sealed interface Answer {

        /// Somebody knows.
        ///
        /// @param message what he says
        /// @param by who it is
        record Given(Message message, ServerAddress by) implements Answer {}

        /// Nobody does.
        ///
        /// @param problem what each of those asked said, for people
        record None(String problem) implements Answer {}
    }

    /// {@return what servers or resolvers know}
    Answer ask(Query query, TimeLimit limit) {
        var problems = new ArrayList<String>();
        for (var server : likeliestFirst(query.name())) {
            switch (askAuthority(server, query, limit)) {
                case Answer.Given given -> {
                    return given;
                }
                case Answer.None(var problem) -> problems.add(problem);
            }
        }
        for (var resolver : settings.resolvers()) {
            switch (askResolver(resolver, query.recursively(), limit)) {
                case Answer.Given given -> {
                    return given;
                }
                case Answer.None(var problem) -> problems.add(problem);
            }
        }
        if (settings.resolvers().isEmpty()) {
            problems.add("there is no resolver to ask");
        }
        return new Answer.None(String.join("; ", distinct(problems)));
    }

    /// Who has a key for a name mostly has its zone.
    private Set<PrimaryServer> likeliestFirst(DomainName name) {
        var servers = new LinkedHashSet<>(KeyScope.fitting(settings.servers(), name));
        servers.addAll(settings.servers());
        return servers;
    }

    private static List<String> distinct(List<String> problems) {
        return problems.stream().distinct().toList();
    }

    /// {@return what one of the servers knows, or where it does not any other or a resolver}
    Answer ask(PrimaryServer first, Query query, TimeLimit limit) {
        var answer = askAuthority(first, query, limit);
        return switch (answer) {
            case Answer.Given _ -> answer;
            case Answer.None _ -> ask(query, limit);
        };
    }

    /// {@return what a server that takes updates has in its zones}
    Answer askAuthority(PrimaryServer server, Query query, TimeLimit limit) {
        var address = server.address();
        try (var exchange = open(server, limit)) {
            return switch (unsignedFirst(exchange, server, query)) {
                case Reply.Accepted(var message) when message.has(Flag.AA) ->
                        new Answer.Given(message, address);
                case Reply.Accepted _ ->
                        new Answer.None(
                                "server %s is not authoritative for '%s'"
                                        .formatted(address, query.name().display()));
                case Reply.Refused(var rcode, _) when rcode.equals(Rcode.REFUSED) ->
                        new Answer.None(
                                "server %s does not answer for '%s' (REFUSED)"
                                        .formatted(address, query.name().display()));
                case Reply.Failed failed ->
                        new Answer.None(words("server", address, query, failed));
            };
        } catch (IOException failure) {
            return new Answer.None(String.valueOf(failure.getMessage()));
        }
    }

    private static Reply unsignedFirst(Exchange exchange, PrimaryServer server, Query query)
            throws IOException {
        var reply = exchange.ask(query);
        return reply instanceof Reply.Refused(var rcode, _) && rcode.equals(Rcode.REFUSED)
                ? exchange.ask(query, server.key())
                : reply;
    }

    private Answer askResolver(ServerAddress resolver, Query query, TimeLimit limit) {
        try (var exchange = open(resolver, limit)) {
            return switch (exchange.ask(query)) {
                case Reply.Accepted(var message)
                        when message.has(Flag.RA) || message.has(Flag.AA) ->
                        new Answer.Given(message, resolver);
                case Reply.Accepted _ ->
                        new Answer.None(
                                "%s is no resolver: it does not ask others".formatted(resolver));
                case Reply.Failed failed ->
                        new Answer.None(words("resolver", resolver, query, failed));
            };
        } catch (IOException failure) {
            return new Answer.None(String.valueOf(failure.getMessage()));
        }
    }

    private static String words(
            String kind, ServerAddress address, Query query, Reply.Failed failed) {
        return "%s %s, asked for '%s': %s"
                .formatted(kind, address, query.name().display(), failed.problem());
    }

    /// {@return an exchange with a server that takes updates, on the way that updates go}
    ///
    /// @throws IOException if it cannot be reached
    Exchange open(PrimaryServer server, TimeLimit limit) throws IOException {
        return Exchange.open(
                server.transport(),
                server.address(),
                limit.left(server.timeout()),
                server.clock(),
                server.random());
    }

    /// {@return an exchange with a resolver or a name server}
    ///
    /// @throws IOException if it cannot be reached
    Exchange open(ServerAddress server, TimeLimit limit) throws IOException {
        return Exchange.open(transport, server, limit.left(timeout()), clock, random);
    }

    /// As patient as with the servers that take updates.
    private Duration timeout() {
        return settings.servers().getFirst().timeout();
    }
}
