package io.github.dnscli.oserve.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.testkit.NamedServer;
import io.github.dnscli.testkit.PebblePlan;
import io.github.dnscli.testkit.PebbleServer;
import io.github.dnscli.testkit.Resolver;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A zone where nobody may write proofs, but aliases lead from where they belong to a zone of their own, on another server,
/// with another key.
class DelegatedProofTest {

    private static final String ACME_ZONE = "acme.example.net";
    private static final String ACME_KEY = "proofs." + ACME_ZONE;
    private static final String ACME_TEXT =
            """
            $TTL 60
            @   SOA ns1 hostmaster 1 2h 30m 2w 5m
                NS  ns1
            ns1 A   127.0.0.1
            """;
    private static final String ALIASES =
            """
            _acme-challenge.one CNAME one.acme.example.net.
            _acme-challenge.two CNAME _acme-challenge.alias
            _acme-challenge.alias CNAME two.acme.example.net.
            """;

    @TempDir Path folder;

    @Test
    void theProofIsWrittenWhereTheAliasLeads() throws Exception {
        var names = DomainName.of(ACME_ZONE);
        try (var town =
                        Town.open(
                                folder,
                                ALIASES,
                                List.of(Town.EVERYBODY, "scribe"),
                                "--grant",
                                "scribe update *.example.com types TLSA",
                                "--grant",
                                "scribe transfer example.com");
                var named = NamedServer.start(names, ACME_TEXT, Keys.key(ACME_KEY));
                var resolver =
                        Resolver.start(
                                Map.of(
                                        names,
                                        named.address(),
                                        DomainName.of(Town.ZONE),
                                        town.server()));
                var authority =
                        PebbleServer.start(resolver.address(), PebblePlan.PLAIN.strict(0))) {
            var delegated =
                    town.certifiedBy(
                                    authority,
                                    "--challenge-server",
                                    "127.0.0.1#" + named.address().port(),
                                    "--challenge-key",
                                    Keys.option(ACME_KEY),
                                    "--name-server-port",
                                    Integer.toString(named.address().port()))
                            .withCertifierKey("scribe");
            var host = delegated.host("host", Town.EVERYBODY);
            try (var certifier = delegated.certifier()) {
                for (var name : List.of("one.example.com", "two.example.com")) {
                    var run = host.certify(name, "--additional", "*." + name);
                    assertThat(run.status()).as(certifier.log().text()).isEqualTo(ExitStatus.YES);
                    assertThat(host.fetch(name).status()).isEqualTo(ExitStatus.YES);
                    delegated.place(name).accepted(delegated.root());
                    assertThat(delegated.proofs(name)).isEmpty();
                }
            }
            assertThat(named.output())
                    .contains(
                            "adding an RR at 'one.acme.example.net' TXT",
                            "deleting an RR at one.acme.example.net TXT");
        }
    }
}
