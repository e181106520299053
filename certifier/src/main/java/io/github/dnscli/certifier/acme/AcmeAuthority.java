package io.github.dnscli.certifier.acme;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.Chain;
import io.github.dnscli.certificate.TrustAnchors;
import io.github.dnscli.certifier.acme.AcmeServer.Line;
import io.github.dnscli.certifier.authority.CertificateAuthority;
import io.github.dnscli.certifier.authority.CompromisedKeys;
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.certifier.authority.Order;
import io.github.dnscli.certifier.authority.RenewalAdvice;
import io.github.dnscli.certifier.authority.Revocation;
import io.github.dnscli.certifier.authority.RevocationReason;
import io.github.dnscli.certifier.challenge.ChallengeSolver;
import io.github.dnscli.certifier.state.StateStore;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeServerException;

/// An authority that speaks ACME (RFC 8555), with renewal information (RFC 9773) and profiles where it has them.
///
/// Nothing is sent before the authority is needed: it may be down when the program starts. An account is opened with the
/// first order, and kept in the state together with its key, a secret.
public final class AcmeAuthority implements CertificateAuthority {

    /// How many answers one request other than an order may take.
    private static final int STEPS = 4;

    private final AcmeSettings settings;
    private final ChallengeSolver solver;
    private final InstantSource clock;
    private final AcmeServer server;
    private final Faults faults;
    private final Accounts accounts;
    private final CompromisedKeys compromised;

    private AcmeAuthority(
            AcmeSettings settings, ChallengeSolver solver, StateStore state, InstantSource clock) {
        this.settings = settings;
        this.solver = solver;
        this.clock = clock;
        this.server = new AcmeServer(settings, clock);
        this.faults = new Faults(settings, clock);
        this.compromised = new CompromisedKeys(state);
        this.accounts =
                new Accounts(settings, new AccountBook(state, settings.directory().url()), faults);
    }

    /// {@return an authority}
    ///
    /// @param solver proves to it that names are ours
    /// @param state where the account and its key are kept
    /// @param clock by which delays that the authority asks for end
    public static AcmeAuthority of(
            AcmeSettings settings, ChallengeSolver solver, StateStore state, InstantSource clock) {
        return new AcmeAuthority(settings, solver, state, clock);
    }

    /// {@return the URL of its directory}
    @Override
    public String id() {
        return settings.directory().url().toString();
    }

    @Override
    public int ordersAtOnce() {
        return settings.ordersAtOnce();
    }

    /// {@return trust in the uppermost certificate of a chain, since the roots of authorities change}
    @Override
    public Optional<TrustAnchors> anchors(Chain chain) {
        var path = chain.paths().getFirst();
        return path.size() < 2
                ? Optional.empty()
                : Optional.of(
                        TrustAnchors.of(List.of(path.getLast()), "the chain of " + faults.who()));
    }

    @Override
    public Issuance issue(Order order) throws IOException {
        var issuance =
                compromised.contain(order.request().publicKey())
                        ? CompromisedKeys.refusal()
                        : attempt(order);
        // What people have to do something about is not carried on: they may do it in many days.
        if (issuance instanceof Issuance.Refused) {
            order.slip().discard();
        }
        return issuance;
    }

    private Issuance attempt(Order order) throws IOException {
        var limit = Limit.in(Duration.between(clock.instant(), order.deadline()));
        try (var line = server.line(limit)) {
            return withAccount(line, login -> issue(line, login, order), this::issuance);
        } catch (AcmeException failure) {
            return issuance(faults.of(failure));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return issuance(faults.interrupted());
        }
    }

    private Issuance issuance(Fault fault) {
        return fault.issuance(clock.instant());
    }

    private Issuance issue(Line line, Login login, Order order)
            throws AcmeException, IOException, InterruptedException {
        return switch (new Placement(line, settings, faults, clock).place(login, order)) {
            case Placed.Nowhere(var fault) -> issuance(fault);
            case Placed.At(var placed) ->
                    new OrderRun(line, settings, solver, faults, clock, order).run(placed);
        };
    }

    /// What is done with an account.
    private interface Task<T> {
        T with(Login login) throws AcmeException, IOException, InterruptedException;
    }

    /// Does something with the account; once more if the authority does not know the one that is kept, which leads to
    /// another, or if another process has changed its key meanwhile.
    private <T> T withAccount(Line line, Task<T> task, Refusal<T> refusal)
            throws AcmeException, IOException, InterruptedException {
        var key = accounts.keptKey();
        try {
            return once(line, task, refusal);
        } catch (AcmeServerException refused) {
            boolean unknown = Registration.isUnknown(refused);
            if (!unknown && (key.isEmpty() || key.equals(accounts.keptKey()))) {
                throw refused;
            }
            if (unknown) {
                accounts.forget();
            }
            return once(line, task, refusal);
        }
    }

    /// What is made of a reason why there is no account.
    private interface Refusal<T> {
        T of(Fault fault);
    }

    private <T> T once(Line line, Task<T> task, Refusal<T> refusal)
            throws AcmeException, IOException, InterruptedException {
        return switch (accounts.access(line)) {
            case Access.Closed(var fault) -> refusal.of(fault);
            case Access.Open(var login) -> task.with(login);
        };
    }

    @Override
    public Optional<RenewalAdvice> advice(Certificate leaf) throws IOException {
        try (var line = shortLine()) {
            return new RenewalInquiry(line, clock).ask(leaf);
        } catch (AcmeException failure) {
            if (faults.isGone(failure)) {
                return Optional.empty();
            }
            throw trouble(faults.of(failure));
        }
    }

    private Line shortLine() {
        return server.line(Limit.in(settings.timeout().multipliedBy(STEPS)));
    }

    private static IOException trouble(Fault fault) {
        return new IOException(fault.failure().problem());
    }

    /// Revokes a certificate that the authority issued. If its key is compromised, none is ordered for it any more.
    @Override
    public Revocation revoke(Certificate leaf, RevocationReason reason) throws IOException {
        var answer = ask(leaf, reason);
        if (answer instanceof Revocation.Revoked && reason == RevocationReason.KEY_COMPROMISE) {
            compromised.add(leaf.publicKey(), clock.instant());
        }
        return answer;
    }

    private Revocation ask(Certificate leaf, RevocationReason reason) throws IOException {
        try (var line = shortLine()) {
            return withAccount(
                    line,
                    login -> revoke(line, login, leaf, reason),
                    fault -> new Revocation.Refused(fault.failure().problem()));
        } catch (AcmeException failure) {
            return refused(failure);
        } catch (InterruptedException _) {
            throw interrupted();
        }
    }

    private IOException interrupted() {
        Thread.currentThread().interrupt();
        return trouble(faults.interrupted());
    }

    private static Revocation revoke(
            Line line, Login login, Certificate leaf, RevocationReason reason)
            throws AcmeException {
        var word = org.shredzone.acme4j.RevocationReason.code(reason.code());
        return line.ask(
                () -> {
                    org.shredzone.acme4j.Certificate.revoke(login, leaf.x509(), word);
                    return new Revocation.Revoked();
                });
    }

    private Revocation refused(AcmeException failure) throws IOException {
        if (failure instanceof AcmeServerException answer
                && Problems.type(answer.getProblem()).equals("alreadyRevoked")) {
            return new Revocation.Revoked();
        }
        return switch (faults.of(failure)) {
            case Fault.Passing passing -> throw trouble(passing);
            case Fault.Lasting(var reason) -> new Revocation.Refused(reason.problem());
        };
    }

    /// Gives the account a new key, of the type that the settings say, in place of the one that is kept in the state.
    ///
    /// The new key is kept before the authority hears of it, and the old one until it has agreed: whatever happens in
    /// between, the next use of the account finds out which of the two it has.
    ///
    /// @throws IOException if the authority cannot be asked, or the state not be kept; the message says why
    public KeyRollover rollOver() throws IOException {
        try (var line = shortLine()) {
            return accounts.rollOver(line);
        } catch (AcmeException failure) {
            return switch (faults.of(failure)) {
                case Fault.Passing passing -> throw trouble(passing);
                case Fault.Lasting(var reason) -> new KeyRollover.Refused(reason.problem());
            };
        } catch (InterruptedException _) {
            throw interrupted();
        }
    }

    @Override
    public void tidy() throws IOException {
        solver.tidy();
    }

    @Override
    public String toString() {
        return faults.who() + " (" + settings.directory().url() + ")";
    }
}
