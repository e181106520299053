package io.github.dnscli.certifier.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certificate.Pem;
import io.github.dnscli.certifier.authority.CertificateAuthority;
import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.certifier.authority.Order;
import io.github.dnscli.certifier.authority.OrderSlip;
import io.github.dnscli.certifier.fixture.FakeAcme;
import io.github.dnscli.testkit.PebbleServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Settings and orders for the tests here. A shape of settings that differs in one thing is made by its method.
final class Acme {

    private Acme() {}

    static AcmeSettings settings(PebbleServer pebble) throws IOException {
        var https = Pem.parse(Files.readString(pebble.httpsCertificate())).certificates();
        return with(URI.create(pebble.directory()), https);
    }

    static AcmeSettings settings(FakeAcme acme) {
        return with(acme.directory(), List.of());
    }

    static AcmeSettings with(URI directory, List<Certificate> roots) {
        return change(
                AcmeSettings.of(AcmeDirectory.at(directory)),
                copy -> {
                    copy.roots = roots;
                    copy.contacts = List.of("mailto:hostmaster@example.com");
                    copy.timeout = Duration.ofSeconds(10);
                });
    }

    private static AcmeSettings change(AcmeSettings settings, Consumer<Copy> change) {
        var copy = new Copy(settings);
        change.accept(copy);
        return copy.settings();
    }

    /// Settings that can be changed one by one.
    private static final class Copy {

        private final AcmeSettings usual;
        private List<Certificate> roots;
        private Optional<CertificateKey> accountKey;
        private KeyType accountKeyType;
        private int accountKeyBits;
        private List<String> contacts;
        private Optional<ExternalAccount> externalAccount;
        private Optional<String> profile;
        private Optional<String> preferredChain;
        private Duration timeout;

        Copy(AcmeSettings usual) {
            this.usual = usual;
            this.roots = usual.roots();
            this.accountKey = usual.accountKey();
            this.accountKeyType = usual.accountKeyType();
            this.accountKeyBits = usual.accountKeyBits();
            this.contacts = usual.contacts();
            this.externalAccount = usual.externalAccount();
            this.profile = usual.profile();
            this.preferredChain = usual.preferredChain();
            this.timeout = usual.timeout();
        }

        AcmeSettings settings() {
            return new AcmeSettings(
                    usual.directory(),
                    roots,
                    accountKey,
                    accountKeyType,
                    accountKeyBits,
                    contacts,
                    externalAccount,
                    profile,
                    preferredChain,
                    timeout,
                    usual.ordersAtOnce());
        }
    }

    static AcmeSettings roots(AcmeSettings settings, List<Certificate> roots) {
        return change(settings, copy -> copy.roots = roots);
    }

    static AcmeSettings accountKey(AcmeSettings settings, CertificateKey key) {
        return change(settings, copy -> copy.accountKey = Optional.of(key));
    }

    static AcmeSettings accountKeyType(AcmeSettings settings, KeyType type, int bits) {
        return change(
                settings,
                copy -> {
                    copy.accountKeyType = type;
                    copy.accountKeyBits = bits;
                });
    }

    static AcmeSettings contacts(AcmeSettings settings, String... contacts) {
        return change(settings, copy -> copy.contacts = List.of(contacts));
    }

    static AcmeSettings external(AcmeSettings settings, String id, String secret) {
        return change(
                settings,
                copy -> copy.externalAccount = Optional.of(new ExternalAccount(id, secret)));
    }

    static AcmeSettings profile(AcmeSettings settings, String profile) {
        return change(settings, copy -> copy.profile = Optional.of(profile));
    }

    static AcmeSettings preferredChain(AcmeSettings settings, String issuer) {
        return change(settings, copy -> copy.preferredChain = Optional.of(issuer));
    }

    static AcmeSettings timeout(AcmeSettings settings, Duration timeout) {
        return change(settings, copy -> copy.timeout = timeout);
    }

    static Order order(CertificateRequest request, OrderSlip slip, Instant now) {
        return new Order(request, Optional.empty(), slip, now.plusSeconds(30));
    }

    static Issuance.Issued issued(CertificateAuthority authority, Order order) throws IOException {
        return switch (authority.issue(order)) {
            case Issuance.Issued issued -> issued;
            case Issuance.Refused(var failure) -> throw new AssertionError(failure);
            case Issuance.Later(var failure, _) -> throw new AssertionError(failure);
        };
    }

    static Failure refused(CertificateAuthority authority, Order order) throws IOException {
        var issuance = authority.issue(order);
        assertThat(issuance).isInstanceOf(Issuance.Refused.class);
        return ((Issuance.Refused) issuance).failure();
    }

    static Issuance.Later later(CertificateAuthority authority, Order order) throws IOException {
        var issuance = authority.issue(order);
        assertThat(issuance).isInstanceOf(Issuance.Later.class);
        return (Issuance.Later) issuance;
    }
}
