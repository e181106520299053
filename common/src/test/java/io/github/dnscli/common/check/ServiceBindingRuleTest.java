package io.github.dnscli.common.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceBindingRuleTest {

    static List<RuleTrial> parameters() {
        return List.of(
                RuleTrial.of("www HTTPS 1 . alpn=h2,h3 no-default-alpn port=8443\n"),
                RuleTrial.of("www HTTPS 1 . mandatory=alpn,port alpn=h2 port=8443\n"),
                RuleTrial.of("www HTTPS 1 .\n"),
                RuleTrial.of("www HTTPS 0 ns1 no-default-alpn\n"),
                RuleTrial.of("www SVCB 1 . mandatory=key667 key667=x\n"),
                RuleTrial.of(
                        "www HTTPS 1 . mandatory=alpn,port alpn=h2\n",
                        "5:11 'mandatory' lists 'port', which is not there"),
                RuleTrial.of(
                        "www SVCB 1 . mandatory=key667 key668=x\n",
                        "5:10 'mandatory' lists 'key667', which is not there"),
                RuleTrial.of(
                        "www HTTPS 1 . no-default-alpn\n",
                        "5:11 'no-default-alpn' without 'alpn' leaves no protocol to speak"),
                RuleTrial.of(
                        "www HTTPS 1 . ech=AAAA\n",
                        "5:11 'ech' goes on behind the end of its list"),
                RuleTrial.of("_dns.ns1 SVCB 1 ns1 alpn=dot\n"),
                RuleTrial.of("_dns.ns1 SVCB 1 ns1 alpn=dot,h2 dohpath=/dns-query{?dns}\n"),
                RuleTrial.of("_5353._dns.ns1 SVCB 1 ns1 alpn=doq\n"),
                RuleTrial.of("_dns.ns1 SVCB 0 _dns.example.net.\n"),
                RuleTrial.of("_dns.ns1 HTTPS 1 ns1\n"),
                RuleTrial.of("_http.ns1 SVCB 1 ns1\n"),
                RuleTrial.of("x._dns.ns1 SVCB 1 ns1\n"),
                RuleTrial.of(
                        "_dns.ns1 SVCB 1 ns1 port=53\n",
                        "5:15 the name server '_dns.ns1.example.com' offers no protocol"),
                RuleTrial.of(
                        "_5353._dns.ns1 SVCB 1 ns1\n",
                        "5:21 the name server '_5353._dns.ns1.example.com' offers no protocol"),
                RuleTrial.of(
                        "_dns.ns1 SVCB 1 ns1 alpn=dot,h3,h2\n",
                        "5:15 the name server offers 'h3' and has no 'dohpath'"),
                RuleTrial.of(
                        "_dns.ns1 SVCB 1 ns1 alpn=h2 dohpath=dns-query{?dns}\n",
                        "5:15 dohpath 'dns-query{?dns}' is not a relative URI template"),
                RuleTrial.of(
                        "_dns.ns1 SVCB 1 ns1 alpn=h2 dohpath=/dns-query{?q}\n",
                        "5:15 dohpath '/dns-query{?q}' has no variable 'dns'"));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void judgesTheParametersOfServiceBindings(RuleTrial it) {
        assertThat(it.judge(StructureChecks.SVCB_PARAMETERS)).isEqualTo(it.findings());
    }

    @ParameterizedTest
    @CsvSource({
        "www HTTPS 0 svc.example.net., ",
        "www HTTPS 1 svc.example.net. alpn=h2, ",
        "www HTTPS 0 svc.example.net. alpn=h2, 5:11",
        "www SVCB 0 svc.example.net. mandatory=port, 5:10",
    })
    void saysThatAnAliasHasNoParameters(String line, String place) {
        assertThat(RuleTrial.of(line + "\n").judge(PolicyChecks.SVCB_ALIAS_PARAMETERS))
                .isEqualTo(
                        place == null
                                ? List.of()
                                : List.of(
                                        place
                                                + " parameters of priority '0', which makes an alias, are ignored"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dns-query{?dns}",
                "/q{?dns*}",
                "/q{?a,dns:1000}",
                "{/dns}",
                "/%7Ejoe/{dns}?x=y{&z.z_9,%41}#{+f}",
                "/dn\u00fc{?dns}",
                "/"
            })
    void knowsUriTemplates(String text) {
        assertThat(UriTemplate.parse(text)).get().matches(UriTemplate::isPath);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q{?dns",
                "/q?dns}",
                "/q{}",
                "/q{?}",
                "/q{?dns,}",
                "/q{!dns}",
                "/q{?dns:0}",
                "/q{?dns:10000}",
                "/q{?d ns}",
                "/q{?.dns}",
                "/q{?dns.}",
                "/q{?d..ns}",
                "/q{?d%4}",
                "/a b",
                "/a%zz",
                "/a%4",
                "/<a>",
                "/a|b"
            })
    void knowsWhatIsNoUriTemplate(String text) {
        assertThat(UriTemplate.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://dns.example/q{?dns}", "//dns.example/q{?dns}", "{?dns}", "q"})
    void knowsTemplatesThatAreNoPaths(String text) {
        assertThat(UriTemplate.parse(text)).get().matches(template -> !template.isPath());
    }

    private static byte[] vector(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        var vector = ByteBuffer.allocate(2 + length).putShort((short) length);
        Arrays.stream(parts).forEach(vector::put);
        return vector.array();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] configuration(String version, String suites, String name, String more) {
        var contents =
                new byte[][] {
                    hex("2a0020"),
                    vector(new byte[32]),
                    vector(hex(suites)),
                    hex("00"),
                    hex(name),
                    vector(hex(more))
                };
        return join(hex(version), vector(contents));
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    private static final byte[] GOOD = configuration("fe0d", "00010001", "0378797a", "");

    record Configurations(String octets, String problem) {

        Configurations(byte[] octets, String problem) {
            this(HexFormat.of().formatHex(octets), problem);
        }
    }

    static List<Configurations> configurations() {
        byte[] list = vector(GOOD);
        return List.of(
                new Configurations(list, ""),
                new Configurations(vector(GOOD, GOOD), ""),
                new Configurations(
                        vector(configuration("fe0d", "0001000100010003", "0161", "00010000")), ""),
                new Configurations(vector(hex("0001"), vector(hex("ff"))), ""),
                new Configurations(
                        Arrays.copyOf(list, list.length - 1), "ends before its list does"),
                new Configurations(Arrays.copyOf(list, 1), "ends before its list does"),
                new Configurations(
                        Arrays.copyOf(list, list.length + 1), "goes on behind the end of its list"),
                new Configurations(GOOD, "ends before its list does"),
                new Configurations(vector(), "lists no configuration"),
                new Configurations(vector(hex("fe0d0004")), "ends before its list does"),
                new Configurations(vector(hex("fe0d0000")), "has a malformed configuration"),
                malformed("000100", "0378797a", ""),
                malformed("", "0378797a", ""),
                malformed("00010001", "00", ""),
                malformed("00010001", "0378797a", "0001000400"));
    }

    private static Configurations malformed(String suites, String name, String more) {
        return new Configurations(
                vector(GOOD, configuration("fe0d", suites, name, more)),
                "has a malformed configuration");
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void wantsConfigurationsInOnePiece(Configurations it) {
        assertThat(EchConfigurations.problem(hex(it.octets())).orElse("")).isEqualTo(it.problem());
    }

    /// What the reader cannot take, as a key given twice or out of order.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mandatory=mandatory",
                "mandatory=port,port port=1",
                "port=1 port=2",
                "key0=\\000\\004\\000\\003 port=1 ipv4hint=192.0.2.1",
                "\\# 15 000100 00030002 0001 00030002 0002",
                "\\# 13 000100 00030002 0001 00020000",
            })
    void isAlsoWhatTheReaderReports(String parameters) {
        var data = parameters.startsWith("\\#") ? parameters : "1 . " + parameters;
        assertThat(RuleTrial.of("www SVCB " + data + "\n").ids())
                .containsExactly("svcb-parameters");
    }

    @Test
    void acceptsAWholeListOfConfigurations() {
        var ech = Base64.getEncoder().encodeToString(vector(GOOD));
        assertThat(RuleTrial.of("www HTTPS 1 . ech=" + ech + "\nwww A 192.0.2.2\n").ids())
                .isEmpty();
    }
}
