package io.github.dnscli.common.check;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Any value ends in a problem or in none, never in an exception.
class RandomValuesTest {

    private static final int ROUNDS = Integer.getInteger("dnscli.rounds", 3000);

    private static final String PIECES = "%{d2r-}:/=;.,+!@*'\"\\ \t\u00fc\u00000x";

    private final long seed = Long.getLong("dnscli.seed", new Random().nextLong());
    private final Random random = new Random(seed);

    record Grammar(String name, List<String> values, Consumer<String> reader) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Grammar> grammars() {
        return List.of(
                new Grammar(
                        "sender policy",
                        List.of(
                                "v=spf1 a/24//64 mx:example.net ip4:192.0.2.0/24 ip6:2001:db8::/32 -all",
                                "v=spf1 exists:%{ir}.%{v}._spf.%{d2} redirect=%{d} exp=a.%{d} x=%%"),
                        text -> {
                            if (text.startsWith("v=spf1")) {
                                SenderPolicy.problems(text);
                            }
                        }),
                new Grammar(
                        "mail policy",
                        List.of("v=DMARC1; p=none; fo=1:d; pct=5; rua=mailto:a@b!10m, x:y"),
                        text -> {
                            MailPolicy.isOne(text);
                            MailPolicy.problems(text);
                        }),
                new Grammar(
                        "mail key",
                        List.of("v=DKIM1; k=rsa; h=sha1:sha256; t=s; p=MIGfMA0G", "p=MAYCAQECAQE="),
                        MailKey::problems),
                new Grammar(
                        "issuer",
                        List.of("ca.example.net; accounturi=https://x/1; validationmethods=a,b"),
                        IssuerValue::problem),
                new Grammar(
                        "contact",
                        List.of("mailto:a@example.com", "https://a.b/c", "+1 (555) 123-4567"),
                        text -> {
                            ContactValue.reportProblem(text);
                            ContactValue.emailProblem(text);
                            ContactValue.phoneProblem(text);
                        }),
                new Grammar(
                        "template",
                        List.of("/dns-query{?dns,a:12,b*}%41{/x.y}"),
                        UriTemplate::parse),
                new Grammar(
                        "configurations",
                        List.of(latin("0036fe0d0032" + "00".repeat(50)), latin("0004fe0d0000")),
                        text -> EchConfigurations.problem(bytes(text))),
                new Grammar(
                        "RSA key",
                        List.of(latin("30140500300f030d00300a0203010001020301000100")),
                        text -> RsaKey.bits(bytes(text))));
    }

    private static String latin(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @MethodSource("grammars")
    void readsAnyValue(Grammar grammar) {
        for (int round = 0; round < ROUNDS; round++) {
            var value = mutated(grammar.values().get(round % grammar.values().size()));
            assertThatCode(() -> grammar.reader().accept(value))
                    .as("-Ddnscli.seed=%d: %s", seed, Arrays.toString(value.toCharArray()))
                    .doesNotThrowAnyException();
        }
    }

    private String mutated(String original) {
        var text = new StringBuilder(original);
        for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(4));
            switch (random.nextInt(3)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, text.substring(at, end).repeat(2));
                default -> text.insert(at, PIECES.charAt(random.nextInt(PIECES.length())));
            }
        }
        return text.toString();
    }
}
