package io.github.dnscli.certifier;

import static io.github.dnscli.certifier.Rig.EXAMPLE;
import static io.github.dnscli.certifier.Rig.MAIL;
import static io.github.dnscli.certifier.Rig.SETTINGS;
import static io.github.dnscli.certifier.Rig.WWW;
import static io.github.dnscli.certifier.Rig.only;
import static io.github.dnscli.certifier.fixture.Certificates.at;
import static io.github.dnscli.certifier.fixture.Certificates.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.certifier.policy.NameAllowance;
import io.github.dnscli.certifier.policy.NameAllowances;
import io.github.dnscli.certifier.policy.ParsedAllowance;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.request.Update;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Where requests stand, and whose names they may have there.
class PlacesTest {

    private final CertificateRequest request = Certificates.request("www.example");

    @Test
    void followsAliasesFromZoneToZone() throws Exception {
        var target = DomainName.of("c4711.certificates.test");
        try (var rig =
                Rig.of(
                        zone(
                                "example",
                                alias("_letsencrypt._tcp.www.example", "hop.example"),
                                alias("hop.example", "hop.test")),
                        zone(
                                "test",
                                alias("hop.test", target.display()),
                                List.of(record(target, request))))) {
            rig.settle(rig.certifier());

            rig.assertAnswered(target, request);
            assertThat(rig.bundle("www.example").leaves()).isEmpty();
        }
    }

    @Test
    void letsSeveralHostsHaveOnePlace() throws Exception {
        var both = Certificates.request("www.example", "mail.example");
        var target = DomainName.of("shared.example");
        try (var rig =
                Rig.of(
                        zone(
                                "example",
                                alias("_letsencrypt._tcp.www.example", "shared.example"),
                                alias("_letsencrypt._tcp.mail.example", "shared.example"),
                                List.of(record(target, both))))) {
            rig.settle(rig.certifier());

            rig.assertAnswered(target, both);
            assertThat(rig.orders()).isEqualTo(1);
        }
    }

    @Test
    void seesAnAliasThatComesLater() throws Exception {
        var target = DomainName.of("shared.example");
        try (var rig = Rig.of(zone("example", List.of(record(target, request))))) {
            var certifier = rig.certifier();
            rig.settle(certifier);
            assertThat(rig.orders()).isZero();

            var owner = Rig.owner("www.example");
            rig.tell(
                    Rig.CERTIFIER,
                    Update.of(EXAMPLE)
                            .add(
                                    ResourceRecord.of(
                                            owner.display(),
                                            60,
                                            RecordType.CNAME,
                                            "shared.example.")));
            rig.settle(certifier);
            rig.assertAnswered(target, request);

            rig.tell(Rig.CERTIFIER, Update.of(EXAMPLE).deleteSet(owner, RecordType.CNAME));
            assertThat(rig.settle(certifier))
                    .containsExactly(
                            new CertifierEvent.Withdrawn(request.names(), List.of(target)));
        }
    }

    @Test
    void tellsOfAliasesThatLeadNowhereOnce() throws Exception {
        try (var rig =
                Rig.of(
                        zone(
                                "example",
                                alias("_letsencrypt._tcp.a.example", "elsewhere.test"),
                                alias("_letsencrypt._tcp.b.example", "loop.example"),
                                alias("loop.example", "_letsencrypt._tcp.b.example"),
                                chain("_letsencrypt._tcp.c.example", 9),
                                alias("_letsencrypt._tcp.d.example", "below.cut.example"),
                                List.of(
                                        ResourceRecord.of(
                                                "cut.example", 60, RecordType.NS, "ns.test")),
                                alias("_letsencrypt._tcp.e.example", "not-yet.example")))) {
            var certifier = rig.certifier();

            assertThat(only(CertifierEvent.AliasLost.class, rig.settle(certifier)))
                    .extracting(lost -> lost.place().display() + ": " + lost.problem())
                    .containsExactly(
                            "_letsencrypt._tcp.a.example: it leads to 'elsewhere.test', which is in none of the zones watched",
                            "_letsencrypt._tcp.b.example: it leads in a circle, by '_letsencrypt._tcp.b.example'",
                            "_letsencrypt._tcp.c.example: it leads over more than 8 aliases",
                            "_letsencrypt._tcp.d.example: it leads to 'below.cut.example', which is in none of the zones watched");
            rig.touch();
            assertThat(rig.settle(certifier)).isEmpty();
        }
    }

    @Test
    void believesTheZoneBelowWhereTwoHaveTheName() throws Exception {
        var stranger = Certificates.request("www.sub.example");
        var wish = Certificates.request("www.sub.example");
        try (var rig =
                Rig.of(
                        zone(
                                "example",
                                at("www.sub.example", stranger.data()),
                                at("mail.sub.example", stranger.data())),
                        zone("sub.example", at("www.sub.example", wish.data())))) {
            rig.settle(rig.certifier());

            rig.assertAnswered("www.sub.example", wish);
            assertThat(rig.orders()).isEqualTo(1);
        }
    }

    @Test
    void givesWhoeverIsPointedToTheNamesOfWhoPoints() throws Exception {
        // The holder of mail.example points at the place of www.example: that is a grant to www,
        // and none to mail.
        try (var rig =
                Rig.of(
                        zone(
                                "example",
                                alias(
                                        "_letsencrypt._tcp.mail.example",
                                        "_letsencrypt._tcp.www.example")))) {
            var certifier = rig.certifier();
            var both = Certificates.request("www.example", "mail.example");
            rig.upload(WWW, "www.example", both);
            rig.settle(certifier);

            rig.assertAnswered("www.example", both);
        }
    }

    @Test
    void doesNotLetATenantSpoilTheRequestOfAnother() throws Exception {
        try (var rig = Rig.of(zone("example"))) {
            var certifier = rig.certifier();
            rig.upload(WWW, "www.example", request);
            // The same request, which everybody can read, in a place that is too full.
            var crowd = Update.of(EXAMPLE);
            for (int i = 0; i < 5; i++) {
                var wish = i == 0 ? request : Certificates.request("mail.example");
                crowd =
                        crowd.add(
                                new ResourceRecord(
                                        Rig.owner("mail.example"), new Ttl(60), wish.data()));
            }
            rig.tell(MAIL, crowd);
            var events = rig.settle(certifier);

            rig.assertAnswered("www.example", request);
            assertThat(only(CertifierEvent.Refused.class, events)).hasSize(5);
            assertThat(rig.orders()).isEqualTo(1);
        }
    }

    @Test
    void allowsTheNamesThatARuleGivesToAZone() throws Exception {
        var wish = Certificates.request("www.example", "shop.test", "*.shop.test");
        var settings = allowing("www.example=shop.test,*.shop.test");
        try (var rig = Rig.of(zone("example"), zone("test"))) {
            var certifier = rig.certifier(settings);
            rig.upload(WWW, "www.example", wish);
            rig.upload(MAIL, "mail.example", Certificates.request("mail.example", "shop.test"));
            var events = rig.settle(certifier);

            rig.assertAnswered("www.example", wish);
            assertThat(only(CertifierEvent.Refused.class, events))
                    .singleElement()
                    .extracting(CertifierEvent.Refused::reason)
                    .asString()
                    .startsWith("it asks for 'shop.test', which is neither at nor below");
        }
    }

    @Test
    void allowsTheNamesThatARuleGivesToAKey() throws Exception {
        var key = Certificates.key();
        var wish = Certificates.request(key, "www.example", "shop.test");
        var other = Certificates.request("mail.example", "shop.test");
        String hash = HexFormat.of().formatHex(key.publicKey().sha256());
        try (var rig = Rig.of(zone("example"))) {
            var certifier = rig.certifier(allowing("key:" + hash + "=shop.test"));
            rig.upload(WWW, "www.example", wish);
            rig.upload(MAIL, "mail.example", other);
            rig.settle(certifier);

            rig.assertAnswered("www.example", wish);
            assertThat(rig.orders()).isEqualTo(1);
        }
    }

    private static CertifierSettings allowing(String rule) {
        return new CertifierSettings(
                new NameAllowances(List.of(rule(rule))),
                SETTINGS.ordersAWeek(),
                SETTINGS.firstRetry(),
                SETTINGS.longestRetry(),
                SETTINGS.orderTime());
    }

    private static NameAllowance rule(String text) {
        return switch (NameAllowance.parse(text)) {
            case ParsedAllowance.Valid(var rule) -> rule;
            case ParsedAllowance.Invalid(var problem) -> throw new AssertionError(problem);
        };
    }

    private static ResourceRecord record(DomainName owner, CertificateRequest wish) {
        return new ResourceRecord(owner, new Ttl(60), wish.data());
    }

    private static List<ResourceRecord> alias(String owner, String target) {
        return List.of(ResourceRecord.of(owner, 60, RecordType.CNAME, target + "."));
    }

    /// {@return so many aliases in a row}
    private static List<ResourceRecord> chain(String first, int length) {
        var names =
                Stream.concat(
                                Stream.of(first),
                                Stream.iterate(1, i -> i + 1)
                                        .limit(length)
                                        .map(i -> "hop" + i + ".example"))
                        .toList();
        return Stream.iterate(0, i -> i + 1)
                .limit(length)
                .flatMap(i -> alias(names.get(i), names.get(i + 1)).stream())
                .toList();
    }
}
