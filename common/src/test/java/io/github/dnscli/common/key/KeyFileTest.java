package io.github.dnscli.common.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.name.DomainName;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

    private static final String SECRET = "kJJqipaQHQWqZL31Raar6uPnepGFIdtpjkXot9rv2xg=";
    private static final TsigKey KEY =
            new TsigKey(
                    DomainName.of("x._update.mirage"),
                    TsigAlgorithm.SHA256,
                    Base64.getDecoder().decode(SECRET));

    private static KeyFile parse(String text) {
        return KeyFile.parse(text.replace("SECRET", SECRET), "_keys");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x._update.mirage:SHA256:SECRET",
                "  hmac-sha256:x._update.mirage:SECRET\r\n",
                "x._update.mirage.:SECRET # no",
                "x._update.mirage. DNSKEY 0 3 163 SECRET",
                "; keys\n\nx._update.mirage\t3600 IN DNSKEY 0 3 163 SECRET ; mine",
                "x._update.mirage IN 1h DNSKEY ( 0 3 163\n SECRET )",
                "x._update.mirage. IN KEY 512 3 163 SECRET",
                "$TTL 3600\n$ORIGIN mirage.\nx._update DNSKEY 0 3 163 SECRET",
                "x._update.mirage. DNSKEY 0 3 163 kJJqipaQHQWqZL31Raar6 uPnepGFIdtpjkXot9rv2xg=",
                "key x._update.mirage. { secret SECRET; algorithm HMAC-SHA256; };",
                """
                key "x._update.mirage" {
                \talgorithm hmac-sha256;
                \tsecret "SECRET";
                };
                """,
                """
                // one
                # two
                /* key "no" { } */
                options { allow-update { key "y"; }; };
                key "x._update.mirage" { algorithm hmac-sha256; secret "SECRET"; };
                """,
                """
                # hmac-sha256:x._update.mirage:SECRET
                key:
                  - id: x._update.mirage
                    algorithm: hmac-sha256
                    secret: SECRET
                """,
                """
                server:
                  listen: 127.0.0.1@53
                key:
                - id: "x._update.mirage" # mine
                  secret: 'SECRET'
                  algorithm: hmac-sha256
                zone:
                  - domain: mirage
                """,
            })
    void readsEveryFormat(String text) {
        var file = parse(text.replace(" # no", ""));

        assertThat(file.findings()).isEmpty();
        assertThat(file.keys()).containsExactly(KEY);
        assertThat(file.key()).isEqualTo(new ParsedKey.Valid(KEY));
    }

    @Test
    void readsThePrivateFileOfDnssecKeygen() {
        String text =
                "Private-key-format: v1.3\nAlgorithm: 163 (HMAC_SHA256)\nKey: "
                        + SECRET
                        + "\nBits: AAA=\n";

        assertThat(KeyFile.parse(text, "dir/Kx._update.mirage.+163+01234.private").keys())
                .containsExactly(KEY);
        assertThat(KeyFile.parse(text, "renamed").key()).isInstanceOf(ParsedKey.Invalid.class);
    }

    @Test
    void knowsThePlaceOfEachKey() {
        var file = parse("\n; first\na DNSKEY 0 3 163 SECRET\nb DNSKEY 0 3 163 SECRET\n");

        assertThat(file.placed())
                .extracting(placed -> placed.place().toString())
                .containsExactly("_keys:3", "_keys:4");
        assertThat(file.key(DomainName.of("B"))).isPresent();
        assertThat(file.key(DomainName.of("c"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a DNSKEY 256 3 163 SECRET",
                "a DNSKEY 0 2 163 SECRET",
                "a DNSKEY 0 3 13 SECRET",
                "a DNSKEY 0 3 163 SECRET*",
                "a DNSKEY 0 3 163",
                "a A 192.0.2.1",
                "a..b DNSKEY 0 3 163 SECRET",
                " DNSKEY 0 3 163 SECRET",
                "a DNSKEY ( 0 3 163 SECRET",
                "$INCLUDE other",
                "a:SHA256:*",
                "a:MD5:SECRET",
                "a:SECRET:SHA256",
                "a:SHA256:SECRET:SECRET",
                "key \"a\" { algorithm hmac-md5; secret \"SECRET\"; };",
                "key \"a\" { algorithm hmac-sha256; };",
                "key \"a\" { secret \"SECRET\"; };",
                "key \"a\" { algorithm hmac-sha256; secret \"SECRET",
                "key:\n  - id: a\n    algorithm: hmac-sha256\n",
                "key:\n  - id: a\n    algorithm: hmac-sha256\n    secret: SEC RET\n",
            })
    void namesABadKeyWithoutItsSecret(String text) {
        var file = parse(text);

        assertThat(file.keys()).isEmpty();
        assertThat(file.findings())
                .extracting(finding -> finding.check().id())
                .containsOnly("key-record");
        assertThat(file.findings().getFirst().place().line()).isPositive();
        assertThat(file.findings()).extracting(Finding::message).noneMatch(m -> m.contains(SECRET));
        assertThat(file.key().toString()).doesNotContain(SECRET);
    }

    @Test
    void twoSecretsAtOneNameAreAnError() {
        var file = parse("a DNSKEY 0 3 163 SECRET\nA. DNSKEY 0 3 163 " + SECRET.replace('k', 'K'));

        assertThat(file.findings())
                .singleElement()
                .hasToString(
                        "_keys:2: error: key 'A' already has another secret, on line 1 [key-record]");
    }

    @Test
    void theSameKeyTwiceIsOne() {
        assertThat(parse("a DNSKEY 0 3 163 SECRET\na DNSKEY 0 3 163 SECRET").key())
                .isInstanceOf(ParsedKey.Valid.class);
    }

    @Test
    void warnsOfASecretShorterThanTheHash() {
        assertThat(parse("a DNSKEY 0 3 165 SECRET").findings())
                .singleElement()
                .hasToString(
                        "_keys:1: warning: secret of key 'a' has 32 octets, shorter than the 64 of hmac-sha512 [key-too-short]");
    }

    @Test
    void wantsExactlyOneKeyWhereOneIsDue() {
        assertThat(parse("").key()).isEqualTo(new ParsedKey.Invalid("'_keys' holds no key"));
        assertThat(parse("a:SECRET\nb:SECRET").key())
                .isEqualTo(new ParsedKey.Invalid("'_keys' holds 2 keys, where one is due"));
    }

    @Test
    void keysDoNotShowTheirSecretsAsText() {
        assertThat(parse("a:SECRET").toString()).doesNotContain(SECRET).contains("hmac-sha256");
    }
}
