package io.github.dnscli.oserve.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.ExitStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Two hosts on one primary with one certifier, each with a key for its own records alone: neither gets a certificate for
/// the other's names, whatever it asks for and wherever it writes that.
class TenantsTest {

    /// What keeps keys apart.
    enum Fence {
        /// Their names: everything at and below a host.
        NAME,
        /// Grants: TLSA records at a host's place, and nothing else.
        GRANT;

        String key(String host) {
            return switch (this) {
                case NAME -> "own._update." + host;
                case GRANT -> "key-of-" + host.replace('.', '-');
            };
        }

        static String grant(String host) {
            return "%s update _letsencrypt._tcp.%s types TLSA".formatted(GRANT.key(host), host);
        }
    }

    private static final String MINE = "mine.example.com";
    private static final String THEIRS = "theirs.example.com";
    private static final String MY_PLACE = "_letsencrypt._tcp." + MINE;
    private static final String THEIR_PLACE = "_letsencrypt._tcp." + THEIRS;
    private static final int NOERROR = 0;
    private static final int REFUSED = 5;

    @TempDir Path folder;
    private Town town;

    @BeforeEach
    void open() throws IOException {
        town =
                Town.open(
                        folder,
                        "_letsencrypt._tcp.alias.mine CNAME _letsencrypt._tcp.theirs\n",
                        Stream.of(Fence.values())
                                .flatMap(fence -> Stream.of(fence.key(MINE), fence.key(THEIRS)))
                                .toList(),
                        "--grant",
                        Fence.grant(MINE),
                        "--grant",
                        Fence.grant(THEIRS));
    }

    @AfterEach
    void close() {
        town.close();
    }

    /// {@return the code of the answer to an update by the intruder}
    private int put(Fence fence, String place, byte[] request) throws IOException {
        return OriginalUpdate.send(town.server(), Town.ZONE, place, request, fence.key(MINE));
    }

    private Host host(Fence fence, String name) throws IOException {
        return town.host(name, fence.key(name));
    }

    private byte[] request(String host, String... more) throws IOException {
        return ForeignRequest.of(folder, host, more);
    }

    /// The certifier has seen everything, and nothing came of it.
    private void nothingIsIssued() throws IOException {
        var run = town.certifyOnce();
        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.errors()).contains("is refused").doesNotContain("issued certificate");
        assertThat(town.place(MINE).leaves()).isEmpty();
        assertThat(town.place(THEIRS).leaves()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void eachGetsItsOwnNames(Fence fence) throws Exception {
        try (var _ = town.certifier()) {
            for (String name : List.of(MINE, THEIRS)) {
                var host = host(fence, name);
                var run = host.certify(name, "--additional", "*." + name);
                assertThat(run.status()).as(run.errors()).isEqualTo(ExitStatus.YES);
                assertThat(host.fetch(name).status()).isEqualTo(ExitStatus.YES);
            }
        }
        assertThat(OriginalPlace.names(town.place(MINE).accepted(town.root())))
                .containsExactly("*." + MINE, MINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {THEIRS, "*." + THEIRS, "www." + THEIRS, "*.example.com", "example.com"})
    void aRequestAtOnesOwnPlaceGetsNobodyElsesName(String name) throws Exception {
        var fence = Fence.GRANT;

        assertThat(put(fence, MY_PLACE, request(name))).isEqualTo(NOERROR);

        nothingIsIssued();
    }

    @ParameterizedTest
    @ValueSource(strings = {THEIRS, "*." + THEIRS, "*.example.com"})
    void anotherNameBesideOnesOwnSpoilsTheRequest(String name) throws Exception {
        var fence = Fence.GRANT;

        assertThat(put(fence, MY_PLACE, request(MINE, name))).isEqualTo(NOERROR);

        nothingIsIssued();
    }

    @ParameterizedTest
    @EnumSource
    void theSameRequestCannotBePutWhereItWouldProveTheRight(Fence fence) throws Exception {
        var both = request(MINE, THEIRS);

        assertThat(put(fence, MY_PLACE, both)).isEqualTo(NOERROR);
        assertThat(put(fence, THEIR_PLACE, both)).isEqualTo(REFUSED);

        nothingIsIssued();
    }

    @ParameterizedTest
    @EnumSource
    void ocertifyIsToldThatTheOtherPlaceIsNotItsOwn(Fence fence) throws Exception {

        var run = host(fence, MINE).request(MINE, "--additional", THEIRS);

        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.errors()).contains("REFUSED");
        assertThat(town.place(THEIRS).records()).isEmpty();
    }

    /// An alias at one's own place lends one's own name to others, and nothing more. What is added where an alias stands is
    /// ignored (RFC 2136 §3.4.2.2).
    @Test
    void anAliasToTheOthersPlaceGivesNothingOfTheirs() throws Exception {
        var fence = Fence.NAME;
        var neighbour = host(fence, THEIRS);
        try (var _ = town.certifier()) {
            assertThat(neighbour.certify(THEIRS).status()).isEqualTo(ExitStatus.YES);
        }
        var before = town.place(THEIRS).accepted(town.root());

        put(fence, "_letsencrypt._tcp.alias." + MINE, request(THEIRS));
        var run = town.certifyOnce();

        assertThat(run.status()).isEqualTo(ExitStatus.YES);
        assertThat(run.errors()).doesNotContain("issued certificate");
        assertThat(town.place(THEIRS).accepted(town.root())).isEqualTo(before);
        assertThat(OriginalPlace.names(before)).containsExactly(THEIRS);
    }

    @Test
    void aPlaceBelowOnesOwnThatLooksLikeTheirsIsNotTheirs() throws Exception {
        var fence = Fence.NAME;

        assertThat(put(fence, THEIR_PLACE + "." + MINE, request(THEIRS))).isEqualTo(NOERROR);
        assertThat(put(fence, "_letsencrypt._tcp." + MY_PLACE, request(THEIRS))).isEqualTo(NOERROR);

        nothingIsIssued();
    }

    @Test
    void theCertificateOfAnotherIsNotTakenAwayNorReplaced() throws Exception {
        var fence = Fence.NAME;
        try (var _ = town.certifier()) {
            assertThat(host(fence, THEIRS).certify(THEIRS).status()).isEqualTo(ExitStatus.YES);
        }
        var before = town.place(THEIRS).accepted(town.root());

        assertThat(put(fence, THEIR_PLACE, request(THEIRS))).isEqualTo(REFUSED);
        assertThat(town.certifyOnce().status()).isEqualTo(ExitStatus.YES);

        assertThat(town.place(THEIRS).accepted(town.root())).isEqualTo(before);
    }

    /// Both want it: each puts the same request at its own place.
    @Test
    void togetherTheyGetOneCertificateForBoth() throws Exception {
        var fence = Fence.GRANT;
        var both = request(MINE, THEIRS);
        assertThat(put(fence, MY_PLACE, both)).isEqualTo(NOERROR);
        int theirs =
                OriginalUpdate.send(town.server(), Town.ZONE, THEIR_PLACE, both, fence.key(THEIRS));
        assertThat(theirs).isEqualTo(NOERROR);

        assertThat(town.certifyOnce().status()).isEqualTo(ExitStatus.YES);

        assertThat(town.place(MINE).accepted(town.root()))
                .isEqualTo(town.place(THEIRS).accepted(town.root()));
    }
}
