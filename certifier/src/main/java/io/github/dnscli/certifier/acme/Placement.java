package io.github.dnscli.certifier.acme;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certifier.acme.AcmeServer.Line;
import io.github.dnscli.certifier.authority.Failure.Kind;
import io.github.dnscli.certifier.authority.Order;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.shredzone.acme4j.Identifier;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.OrderBuilder;
import org.shredzone.acme4j.connector.Resource;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeServerException;
import org.shredzone.acme4j.toolbox.JSON;

/// Takes up the order that was placed before, or places one (RFC 8555 §7.4, RFC 9773 §5).
record Placement(Line line, AcmeSettings settings, Faults faults, InstantSource clock) {

    /// What an authority may say if it does not agree with what an order is said to replace.
    private static final Set<String> NO_REPLACEMENT =
            Set.of("alreadyReplaced", "malformed", "unauthorized", "conflict", "notFound");

    /// {@return an order for all that is asked for}
    ///
    /// @throws AcmeException if the authority refuses or cannot be reached
    /// @throws IOException if the slip cannot be read or written
    Placed place(Login login, Order order) throws AcmeException, IOException {
        var earlier = order.slip().read();
        if (earlier.isPresent()) {
            var found = takeUp(login, earlier.get(), order);
            if (found.isPresent()) {
                return new Placed.At(found.get());
            }
            order.slip().discard();
        }
        var fault = profileFault();
        return fault.isPresent()
                ? new Placed.Nowhere(fault.get())
                : new Placed.At(placeNew(login, order));
    }

    private Optional<org.shredzone.acme4j.Order> takeUp(Login login, String reference, Order order)
            throws AcmeException {
        var url = url(reference);
        if (url.isEmpty()) {
            return Optional.empty();
        }
        var found = login.bindOrder(url.get());
        try {
            return line.ask(
                    () -> {
                        found.fetch();
                        return Optional.of(found).filter(o -> isUsable(o, order));
                    });
        } catch (AcmeException refused) {
            if (faults.isGone(refused)) {
                // The authority has forgotten it, or it is somebody else's: as good as none.
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static Optional<URL> url(String reference) {
        try {
            return Optional.of(URI.create(reference).toURL())
                    .filter(url -> url.getProtocol().startsWith("http"));
        } catch (IllegalArgumentException | MalformedURLException _) {
            return Optional.empty();
        }
    }

    private boolean isUsable(org.shredzone.acme4j.Order found, Order order) {
        boolean same =
                names(order).equals(namesOf(found))
                        && settings.profile().filter(word -> isOther(found, word)).isEmpty();
        return same
                && switch (found.getStatus()) {
                    case PENDING, READY, PROCESSING ->
                            found.getExpires().filter(clock.instant()::isAfter).isEmpty();
                    case VALID -> isFresh(found, order);
                    default -> false;
                };
    }

    private static boolean isOther(org.shredzone.acme4j.Order found, String profile) {
        return found.getJSON()
                .get("profile")
                .map(JSON.Value::asString)
                .filter(word -> !word.equals(profile))
                .isPresent();
    }

    private static Set<String> names(Order order) {
        return order.request().names().stream()
                .map(DomainName::lowerCase)
                .map(DomainName::display)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> namesOf(org.shredzone.acme4j.Order found) {
        return found.getIdentifiers().stream()
                .filter(identifier -> identifier.getType().equals(Identifier.TYPE_DNS))
                .map(Identifier::getDomain)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// An order that has led to the certificate which is to be replaced is over, whatever the slip says.
    private boolean isFresh(org.shredzone.acme4j.Order found, Order order) {
        var leaf = Certificate.of(found.getCertificate().getCertificate());
        return leaf.publicKey().equals(order.request().publicKey())
                && leaf.lifetime().notAfter().isAfter(clock.instant())
                && order.replaces().filter(leaf::equals).isEmpty();
    }

    private Optional<Fault> profileFault() throws AcmeException {
        if (settings.profile().isEmpty()) {
            return Optional.empty();
        }
        var wanted = settings.profile().get();
        var offered = line.ask(() -> line.session().getMetadata().getProfiles());
        return offered.contains(wanted)
                ? Optional.empty()
                : Optional.of(Fault.lasting(Kind.REJECTED, noProfile(wanted, offered)));
    }

    private String noProfile(String wanted, Set<String> offered) {
        return faults.who()
                + " has no profile '"
                + wanted
                + "'; it offers "
                + (offered.isEmpty()
                        ? "none"
                        : offered.stream()
                                .sorted()
                                .map(Problems::line)
                                .collect(Collectors.joining("', '", "'", "'")));
    }

    private org.shredzone.acme4j.Order placeNew(Login login, Order order)
            throws AcmeException, IOException {
        var replaces = replaced(order);
        var placed = create(login, order, replaces);
        order.slip().placed(placed.getLocation().toString());
        return placed;
    }

    private org.shredzone.acme4j.Order create(
            Login login, Order order, Optional<Certificate> replaces) throws AcmeException {
        try {
            return line.ask(() -> builder(login, order, replaces).create());
        } catch (AcmeServerException refused) {
            if (replaces.isEmpty()
                    || !NO_REPLACEMENT.contains(Problems.type(refused.getProblem()))) {
                throw refused;
            }
            return line.ask(() -> builder(login, order, Optional.empty()).create());
        }
    }

    private Optional<Certificate> replaced(Order order) throws AcmeException {
        var candidate = order.replaces().filter(RenewalInquiry::hasId);
        return candidate.isPresent()
                        && line.ask(() -> line.session().resourceUrlOptional(Resource.RENEWAL_INFO))
                                .isPresent()
                ? candidate
                : Optional.empty();
    }

    private OrderBuilder builder(Login login, Order order, Optional<Certificate> replaces) {
        var builder = login.newOrder().domains(List.copyOf(names(order)));
        settings.profile().ifPresent(builder::profile);
        replaces.ifPresent(leaf -> builder.replaces(leaf.x509()));
        return builder;
    }
}
