package io.github.dnscli.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.check.Circumstances;
import io.github.dnscli.common.check.ZoneFileChecks;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.ReaderOptions;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.common.text.ZoneFile;
import io.github.dnscli.common.text.ZoneReader;
import io.github.dnscli.testkit.ZoneMutations.Mutation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Zones that other programs have signed are good, and no longer so when these say so.
class SignedZoneInteropTest {

    private static final String ZONE =
            """
            $TTL 3600
            @ SOA ns1 admin 7 7200 900 1209600 300
            @ NS ns1
            @ MX 10 Mail
            ns1 A 192.0.2.1
            mail A 192.0.2.2
            mail AAAA 2001:db8::2
            WWW 300 CNAME mail
            *.w 60 TXT "any"
            a.b.c 60 SRV 0 0 80 Mail
            service 60 HTTPS 1 Mail alpn=h2
            sub NS ns.sub
            ns.sub A 192.0.2.3
            safe NS ns1
            safe DS 1 13 2 0000000000000000000000000000000000000000000000000000000000000000
            d.e NS ns1
            away DNAME example.net.
            """;

    /// The judges look for one good signature of each algorithm, and let others be as they are.
    private static final String STRICTER = "signature of 'example.com' DNSKEY by key";

    private static final int SOME = 25;
    private static final long SEED = 4035;

    @TempDir private Path directory;

    private static ZoneFile read(String text) {
        var source = new Source(text.getBytes(StandardCharsets.UTF_8), "zone");
        return ZoneReader.read(source, ReaderOptions.forZone(DomainName.of("example.com")));
    }

    private static List<String> errors(String text) {
        return ZoneFileChecks.judge(read(text), Circumstances.at(Instant.now())).findings().stream()
                .filter(Finding::isError)
                .map(Finding::toString)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void whatOthersSignIsGood(ForeignSigner signer) throws IOException {
        String signed = signer.sign(directory, ZONE);
        assertThat(read(signed).records()).hasSizeGreaterThan(40);
        assertThat(errors(signed)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"BIND_NSEC", "BIND_OPT_OUT", "KNOT_NSEC3", "LDNS_NSEC"})
    void whatOthersRejectIsRejected(ForeignSigner signer) throws IOException {
        var mutations = new ArrayList<>(mutations(signer));
        Collections.shuffle(mutations, new Random(SEED));
        for (var mutation : mutations.subList(0, SOME)) {
            compare(signer, mutation);
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void whateverOthersRejectIsRejected(ForeignSigner signer) throws IOException {
        for (var mutation : mutations(signer)) {
            compare(signer, mutation);
        }
    }

    private List<Mutation> mutations(ForeignSigner signer) throws IOException {
        return ZoneMutations.of(read(signer.sign(directory, ZONE)).plainRecords());
    }

    private void compare(ForeignSigner signer, Mutation mutation) throws IOException {
        Files.writeString(directory.resolve("judged"), mutation.zone());
        boolean bind = accepts(Peer.DNSSEC_VERIFY, "-q", "-o", "example.com");
        boolean knot = accepts(Peer.KZONECHECK, "-d", "on", "-o", "example.com");
        // Some broken chains of NSEC3 keep ldns busy for ever.
        boolean ldns = !signer.isByName() || accepts(Peer.LDNS_VERIFY_ZONE);
        var errors = errors(mutation.zone());
        String what = signer + " " + mutation.what();
        // Of the three, ldns alone looks at digests of the zone.
        if (!bind && !knot || !ldns && signer.addsDigest()) {
            assertThat(errors).as(what).isNotEmpty();
        }
        if (bind && knot && ldns) {
            assertThat(errors).as(what).allMatch(error -> isStricter(error, signer));
        }
    }

    private static boolean isStricter(String error, ForeignSigner signer) {
        return error.contains(STRICTER)
                || !signer.isByName() && error.contains("[zonemd]"); // nobody was asked
    }

    private boolean accepts(Peer judge, String... options) throws IOException {
        var words = new ArrayList<>(List.of(options));
        words.add("judged");
        return Program.run(directory, judge, words).status() == 0;
    }
}
