package io.github.dnscli.certifier.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.KeyType;
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

/// Settings and orders for the tests here. A shape of settings that differs in one thing is made by its method.
final class Acme {

    private Acme() {}

    static AcmeSettings settings(PebbleServer pebble) throws IOException {
        var https =
                io.github.dnscli.certificate.Pem.parse(Files.readString(pebble.httpsCertificate()))
                        .certificates();
        return with(URI.create(pebble.directory()), https);
    }

    static AcmeSettings settings(FakeAcme acme) {
        return with(acme.directory(), List.of());
    }

    static AcmeSettings with(URI directory, List<Certificate> roots) {
        var usual = AcmeSettings.of(AcmeDirectory.at(directory));
        return new AcmeSettings(
                usual.directory(),
                roots,
                usual.accountKey(),
                usual.accountKeyType(),
                usual.accountKeyBits(),
                List.of("mailto:hostmaster@example.com"),
                usual.externalAccount(),
                usual.profile(),
                usual.preferredChain(),
                Duration.ofSeconds(10),
                usual.ordersAtOnce());
    }

    static AcmeSettings roots(AcmeSettings s, List<Certificate> roots) {
        return new AcmeSettings(
                s.directory(),
                roots,
                s.accountKey(),
                s.accountKeyType(),
                s.accountKeyBits(),
                s.contacts(),
                s.externalAccount(),
                s.profile(),
                s.preferredChain(),
                s.timeout(),
                s.ordersAtOnce());
    }

    static AcmeSettings accountKey(AcmeSettings s, CertificateKey key) {
        return new AcmeSettings(
                s.directory(),
                s.roots(),
                Optional.of(key),
                s.accountKeyType(),
                s.accountKeyBits(),
                s.contacts(),
                s.externalAccount(),
                s.profile(),
                s.preferredChain(),
                s.timeout(),
                s.ordersAtOnce());
    }

    static AcmeSettings accountKeyType(AcmeSettings s, KeyType type, int bits) {
        return new AcmeSettings(
                s.directory(),
                s.roots(),
                s.accountKey(),
                type,
                bits,
                s.contacts(),
                s.externalAccount(),
                s.profile(),
                s.preferredChain(),
                s.timeout(),
                s.ordersAtOnce());
    }

    static AcmeSettings contacts(AcmeSettings s, String... contacts) {
        return new AcmeSettings(
                s.directory(),
                s.roots(),
                s.accountKey(),
                s.accountKeyType(),
                s.accountKeyBits(),
                List.of(contacts),
                s.externalAccount(),
                s.profile(),
                s.preferredChain(),
                s.timeout(),
                s.ordersAtOnce());
    }

    static AcmeSettings external(AcmeSettings s, String id, String secret) {
        return new AcmeSettings(
                s.directory(),
                s.roots(),
                s.accountKey(),
                s.accountKeyType(),
                s.accountKeyBits(),
                s.contacts(),
                Optional.of(new ExternalAccount(id, secret)),
                s.profile(),
                s.preferredChain(),
                s.timeout(),
                s.ordersAtOnce());
    }

    static AcmeSettings profile(AcmeSettings s, String profile) {
        return new AcmeSettings(
                s.directory(),
                s.roots(),
                s.accountKey(),
                s.accountKeyType(),
                s.accountKeyBits(),
                s.contacts(),
                s.externalAccount(),
                Optional.of(profile),
                s.preferredChain(),
                s.timeout(),
                s.ordersAtOnce());
    }

    static AcmeSettings preferredChain(AcmeSettings s, String issuer) {
        return new AcmeSettings(
                s.directory(),
                s.roots(),
                s.accountKey(),
                s.accountKeyType(),
                s.accountKeyBits(),
                s.contacts(),
                s.externalAccount(),
                s.profile(),
                Optional.of(issuer),
                s.timeout(),
                s.ordersAtOnce());
    }

    static AcmeSettings timeout(AcmeSettings s, Duration timeout) {
        return new AcmeSettings(
                s.directory(),
                s.roots(),
                s.accountKey(),
                s.accountKeyType(),
                s.accountKeyBits(),
                s.contacts(),
                s.externalAccount(),
                s.profile(),
                s.preferredChain(),
                timeout,
                s.ordersAtOnce());
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
