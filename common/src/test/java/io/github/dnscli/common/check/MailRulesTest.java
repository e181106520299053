package io.github.dnscli.common.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.finding.Check;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Sender policies, DMARC policies and DKIM keys.
class MailRulesTest {

    private static List<String> judge(String owner, String text, Check check) {
        return RuleTrial.of(owner + " TXT \"" + text + "\"\n").judge(check);
    }

    private static List<String> policy(String text) {
        return judge("@", text, PolicyChecks.SPF_SYNTAX);
    }

    private static List<String> found(String problem) {
        return problem == null ? List.of() : List.of("5:7 " + problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=spf1",
                "v=spf1 ",
                "V=SPF1 -ALL",
                "v=spf1  a   mx  -all ",
                "v=spf1 +a ?mx ~ptr -all",
                "v=spf1 a/24 mx//64 a:example.net/24//64 mx:example.net",
                "v=spf1 ip4:192.0.2.0/24 ip4:192.0.2.1 ip6:2001:db8::/32 ip6:::ffff:192.0.2.1 -all",
                "v=spf1 ip4:0.0.0.0/0 ip6:::/0",
                "v=spf1 include:_spf.example.net include:xn--a.xn--b. ptr:example.net ?all",
                "v=spf1 exists:%{ir}.%{v}._spf.%{d2} -all",
                "v=spf1 exists:%{l1r+-}._spf.%{D}",
                "v=spf1 include:a%%b%_c%-d.example.net redirect=%{d}",
                "v=spf1 redirect=_spf.example.net exp=explain._spf.%{d}",
                "v=spf1 moo.bar-_x=a/%{s}:b moo=",
                "v=spf1 a mx ptr include:a.b include:c.d include:e.f include:g.h include:i.j include:k.l exists:m.n -all redirect=o.p",
                "v=spf1 a a a a a a a a a a -all a a a",
                "v=spf10 nonsense",
                "v=spf1.1 nonsense",
                "v=spf2.0/pra nonsense",
                "spf nonsense"
            })
    void acceptsSenderPolicies(String text) {
        assertThat(policy(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            textBlock =
                    """
                    v=spf1include:example.net | no space behind 'v=spf1'
                    v=spf1; a -all            | no space behind 'v=spf1'
                    v=spf1 ipv4:192.0.2.1     | 'ipv4:192.0.2.1' is neither a mechanism nor a modifier
                    v=spf1 192.0.2.1          | '192.0.2.1' is neither a mechanism nor a modifier
                    v=spf1 - all              | '-' is neither a mechanism nor a modifier
                    v=spf1 a,mx               | 'a,mx' wants a colon and a value
                    v=spf1 -foo=bar           | '-foo=bar' is neither a mechanism nor a modifier
                    v=spf1 9x=bar             | '9x=bar' is neither a mechanism nor a modifier
                    v=spf1 =bar               | '=bar' is neither a mechanism nor a modifier
                    v=spf1 all:x              | 'all:x' has something behind 'all'
                    v=spf1 include            | 'include' wants a colon and a value
                    v=spf1 include:           | 'include:' wants a colon and a value
                    v=spf1 include=a.example  |
                    v=spf1 include:localhost  | 'localhost' in 'include:localhost' is not a domain
                    v=spf1 include:a.b/24     | 'a.b/24' in 'include:a.b/24' is not a domain
                    v=spf1 a:192.0.2.1        | '192.0.2.1' in 'a:192.0.2.1' is not a domain
                    v=spf1 a:example.-net     | 'example.-net' in 'a:example.-net' is not a domain
                    v=spf1 a:                 | 'a:' wants a colon and a value
                    v=spf1 a/33               | prefix length '33' is not in 0..32
                    v=spf1 a/024              | prefix length '024' is not in 0..32
                    v=spf1 mx//129            | prefix length '129' is not in 0..128
                    v=spf1 mx/                | 'mx/' wants a colon and a value
                    v=spf1 a/24/64            | 'a/24/64' wants a colon and a value
                    v=spf1 ptr:               | 'ptr:' wants a colon and a value
                    v=spf1 ip4                | 'ip4' wants a colon and a value
                    v=spf1 ip4:example.net    | 'example.net' is not an IPv4 address
                    v=spf1 ip4:192.0.2        | '192.0.2' is not an IPv4 address
                    v=spf1 ip4:192.0.2.256    | '192.0.2.256' is not an IPv4 address
                    v=spf1 ip4:192.0.2.0/     | '' is not the length of a prefix
                    v=spf1 ip4:192.0.2.0/a    | 'a' is not the length of a prefix
                    v=spf1 ip4:192.0.2.0/33   | prefix length '33' is not in 0..32
                    v=spf1 ip6:192.0.2.1      | '192.0.2.1' is not an IPv6 address
                    v=spf1 ip6:2001:db8::/129 | prefix length '129' is not in 0..128
                    v=spf1 exists:%{x}.a.b    | '%{x}.a.b' in 'exists:%{x}.a.b' is not a domain
                    v=spf1 exists:%{c}.a.b    | '%{c}.a.b' in 'exists:%{c}.a.b' is not a domain
                    v=spf1 exists:%{d0}.a.b   | '%{d0}.a.b' in 'exists:%{d0}.a.b' is not a domain
                    v=spf1 exists:%{}.a.b     | '%{}.a.b' in 'exists:%{}.a.b' is not a domain
                    v=spf1 exists:%{dr.a.b    | '%{dr.a.b' in 'exists:%{dr.a.b' is not a domain
                    v=spf1 exists:%a.a.b      | '%a.a.b' in 'exists:%a.a.b' is not a domain
                    v=spf1 moo=%              | 'moo=%' has a malformed macro
                    v=spf1 redirect=          | '' in 'redirect=' is not a domain
                    v=spf1 exp=a              | 'a' in 'exp=a' is not a domain
                    v=spf1 redirect=a.b redirect=c.d | 'redirect=' is given twice
                    v=spf1 exp=a.b EXP=c.d    | 'exp=' is given twice
                    v=spf1 mx mx mx mx mx mx mx mx a ptr exists:a.b | 11 terms of the policy want look-ups, where 10 are the most
                    v=spf1 a a a a a a a a a a redirect=a.b         | 11 terms of the policy want look-ups, where 10 are the most
                    """,
            delimiter = '|')
    void tellsWhatIsWrongWithASenderPolicy(String text, String problem) {
        assertThat(policy(text)).isEqualTo(found(problem));
    }

    @Test
    void readsTheStringsOfASenderPolicyAsOne() {
        var trial = RuleTrial.of("@ TXT \"v=sp\" \"f1 inc\" \"lude:nowhere\" \" -all\"\n");
        assertThat(trial.judge(PolicyChecks.SPF_SYNTAX))
                .isEqualTo(found("'nowhere' in 'include:nowhere' is not a domain"));
    }

    @Test
    void tellsNoMoreThanSomeOfManyProblems() {
        assertThat(policy("v=spf1" + " x".repeat(100))).hasSize(5);
    }

    @Test
    void allowsOneSenderPolicyAName() {
        var two = RuleTrial.of("@ TXT \"v=spf1 -all\"\n@ TXT \"v=spf1 mx -all\"\n");
        assertThat(two.judge(PolicyChecks.SPF_SYNTAX))
                .containsExactly("6:7 'example.com' has more than one sender policy");
        var one = RuleTrial.of("@ TXT \"v=spf1 -all\"\n@ TXT \"hello\"\nx TXT \"v=spf1 mx\"\n");
        assertThat(one.judge(PolicyChecks.SPF_SYNTAX)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'@ SPF \"v=spf1 -all\"', '', true",
        "'@ SPF \"v=spf1 -all\"', '@ TXT \"hello\"', true",
        "'@ SPF \"v=spf1 -all\"', '@ TXT \"v=spf1 mx -all\"', false",
        "'@ SPF \"v=spf1 -all\"', 'x TXT \"v=spf1 -all\"', true",
    })
    void wantsASenderPolicyAsText(String spf, String text, boolean found) {
        assertThat(RuleTrial.of(spf + "\n" + text + "\n").judge(PolicyChecks.SPF_WITHOUT_TXT))
                .isEqualTo(
                        found
                                ? List.of(
                                        "5:7 'example.com' has an SPF record and no TXT record with a policy")
                                : List.of());
    }

    private static List<String> dmarc(String text) {
        return judge("_dmarc", text, PolicyChecks.DMARC_SYNTAX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=DMARC1; p=none",
                "v=DMARC1;p=reject;",
                "v = DMARC1 ; p = Quarantine ; sp=none; np=reject; ",
                "v=DMARC1; p=none; rua=mailto:a@example.com,mailto:b@example.net!10m, https://x/!9; ruf=mailto:c@example.com",
                "v=DMARC1; p=none; adkim=s; aspf=r; pct=0; fo=1:d:s; rf=afrf; ri=86400",
                "v=DMARC1; p=none; t=y; psd=n; x_1=anything"
            })
    void acceptsDmarcPolicies(String text) {
        assertThat(dmarc(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            textBlock =
                    """
                    v=DMARC1                       | the policy has no tag 'p', which says what it is
                    v=DMARC1; sp=none              | the policy has no tag 'p', which says what it is
                    v=DMARC1; p=monitor            | tag 'p' does not know 'monitor'
                    v=DMARC1; p=none, sp=none      | tag 'p' does not know 'none, sp=none'
                    v=DMARC1; p=none; sp=          | tag 'sp' does not know ''
                    v=DMARC1; p=none; p=reject     | tag 'p' is given twice
                    v=DMARC1; p=none; hello        | 'hello' is not of the form 'tag=value'
                    v=DMARC1; p=none; 1=2          | '1=2' is not of the form 'tag=value'
                    v=DMARC1;; p=none              | '' is not of the form 'tag=value'
                    v=DMARC1; p=none; adkim=x      | tag 'adkim' does not know 'x'
                    v=DMARC1; p=none; fo=1:2       | tag 'fo' does not know '2'
                    v=DMARC1; p=none; rf=iodef     | tag 'rf' does not know 'iodef'
                    v=DMARC1; p=none; pct=101      | tag 'pct' wants a number in 0..100, not '101'
                    v=DMARC1; p=none; pct=50%      | tag 'pct' wants a number in 0..100, not '50%'
                    v=DMARC1; p=none; ri=1d        | tag 'ri' wants a number in 0..4294967295, not '1d'
                    v=DMARC1; p=none; rua=a@example.com | tag 'rua' wants URIs such as 'mailto:dmarc@example.com', not 'a@example.com'
                    v=DMARC1; p=none; rua=mailto:a | tag 'rua' wants URIs such as 'mailto:dmarc@example.com', not 'mailto:a'
                    v=DMARC1; p=none; ruf=mailto:a@b!m | tag 'ruf' wants URIs such as 'mailto:dmarc@example.com', not 'mailto:a@b!m'
                    v=DMARC1; p=none; ruf=mailto:a@b,  | tag 'ruf' wants URIs such as 'mailto:dmarc@example.com', not ''
                    p=none; v=DMARC1               | no TXT record at '_dmarc.example.com' begins with 'v=DMARC1', so there is no policy
                    v=dmarc1; p=none               | no TXT record at '_dmarc.example.com' begins with 'v=DMARC1', so there is no policy
                    v=DMARC1 p=none                | no TXT record at '_dmarc.example.com' begins with 'v=DMARC1', so there is no policy
                    """,
            delimiter = '|')
    void tellsWhatIsWrongWithADmarcPolicy(String text, String problem) {
        assertThat(dmarc(text)).containsExactly("5:12 " + problem);
    }

    @Test
    void allowsOneDmarcPolicyAName() {
        var two =
                RuleTrial.of("_dmarc TXT \"v=DMARC1;p=none\"\n_dmarc TXT \"v=DMARC1;p=reject\"\n");
        assertThat(two.judge(PolicyChecks.DMARC_SYNTAX)).hasSize(1);
        var pair = RuleTrial.of("_dmarc TXT \"v=DMARC1;p=none\"\n_dmarc TXT \"hello\"\n");
        assertThat(pair.judge(PolicyChecks.DMARC_SYNTAX)).isEmpty();
    }

    @Test
    void leavesTheReportsOfOtherDomainsAlone() {
        assertThat(judge("example.net._report._dmarc", "v=DMARC1", PolicyChecks.DMARC_SYNTAX))
                .isEmpty();
    }

    private static final String ED25519 = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    private static List<String> dkim(String text) {
        return judge("s._domainkey", text, PolicyChecks.DKIM_SYNTAX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=DKIM1; k=ed25519; p=" + ED25519,
                "k=ed25519;p=" + ED25519 + ";",
                "v=DKIM1; p=",
                "v=DKIM1; h=sha256:sha1; s=email:*; t=y:s; k=x-new; n=a note; p=AAAA",
                "k=ed25519; p=11qYAYKxCrfVS/7TyW QHOg7hcvPapiMlrwIaaPcHURo"
            })
    void acceptsDkimKeys(String text) {
        assertThat(dkim(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            textBlock =
                    """
                    hello                      | 'hello' is not of the form 'tag=value'
                    v=DKIM1; k=rsa             | the record has no tag 'p', which holds the key
                    v=DKIM2; p=                | tag 'v' is 'DKIM2', not 'DKIM1'
                    p=; v=DKIM1                | tag 'v' does not stand first
                    v=DKIM1; p=; p=            | tag 'p' is given twice
                    v=DKIM1; h=sha256:; p=     | tag 'h' has '', which is not a word
                    v=DKIM1; s=e_mail; p=      | tag 's' has 'e_mail', which is not a word
                    v=DKIM1; t=y,s; p=         | tag 't' has 'y,s', which is not a word
                    v=DKIM1; h=*; p=           | tag 'h' has '*', which is not a word
                    v=DKIM1; p=MIGf!           | tag 'p' is not base64
                    v=DKIM1; p=AAAA            | tag 'p' is base64, and no RSA key
                    v=DKIM1; k=ed25519; p=AAAA | the Ed25519 key has 3 octets, where 32 are due
                    """,
            delimiter = '|')
    void tellsWhatIsWrongWithADkimKey(String text, String problem) {
        assertThat(dkim(text)).containsExactly("5:18 " + problem);
    }

    private static byte[] rsa(int bits) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair().getPublic().getEncoded();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 1024, 1032, 2048})
    void knowsTheLengthOfRsaKeys(int bits) {
        byte[] spki = rsa(bits);
        assertThat(RsaKey.bits(spki)).isEqualTo(bits);
    }

    @Test
    void knowsTheLengthOfBareRsaKeys() {
        var modulus = BigInteger.ONE.shiftLeft(1028).add(BigInteger.ONE);
        byte[] key = der(0x30, der(2, modulus.toByteArray()), der(2, new byte[] {1, 0, 1}));
        assertThat(RsaKey.bits(key)).isEqualTo(1029);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30",
                "3000",
                "3080",
                "30820000",
                "0500",
                "3003020100",
                "3006020180020103",
                "3006020100020103",
                "3005020103 0200",
                "30050201030500"
            })
    void knowsWhatIsNoRsaKey(String hex) {
        assertThat(RsaKey.bits(HexFormat.of().parseHex(hex.replace(" ", "")))).isZero();
    }

    private static byte[] der(int tag, byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        var element = ByteBuffer.allocate(4 + length);
        element.put((byte) tag).put((byte) 0x82).putShort((short) length);
        Arrays.stream(parts).forEach(element::put);
        return element.array();
    }

    @Test
    void wantsRsaKeysThatReceiversAccept() {
        assertThat(dkim("p=" + Base64.getEncoder().encodeToString(rsa(1024)))).isEmpty();
        assertThat(dkim("p=" + Base64.getEncoder().encodeToString(rsa(512))))
                .containsExactly(
                        "5:18 the RSA key of 512 bits is shorter than the 1024 that receivers want");
    }

    @Test
    void findsEveryCutInAnRsaKey() {
        byte[] key = rsa(1024);
        for (int length = 0; length < key.length; length++) {
            assertThat(RsaKey.bits(Arrays.copyOf(key, length))).isZero();
        }
        assertThat(RsaKey.bits(Arrays.copyOf(key, key.length + 1))).isZero();
    }

    @Test
    void allowsOneKeyASelector() {
        var two = RuleTrial.of("s._domainkey TXT \"p=\"\ns._domainkey TXT \"v=DKIM1;p=\"\n");
        assertThat(two.judge(PolicyChecks.DKIM_SYNTAX))
                .containsExactly("6:18 's._domainkey.example.com' has more than one TXT record");
    }

    @ParameterizedTest
    @ValueSource(strings = {"_domainkey", "_adsp._domainkey", "_report._domainkey", "domainkey"})
    void leavesOtherNamesAlone(String owner) {
        assertThat(judge(owner, "o=~", PolicyChecks.DKIM_SYNTAX)).isEmpty();
    }

    @Test
    void knowsSelectorsOfSeveralLabels() {
        assertThat(judge("a.b._DomainKey.sub", "o", PolicyChecks.DKIM_SYNTAX)).hasSize(1);
    }
}
