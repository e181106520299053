package io.github.dnscli.common.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AllowancesTest {

    private static final String START =
            """
            $TTL 3600
            @   SOA ns1 hostmaster 1 7200 900 1209600 300
                NS  ns1
            ns1 A   192.0.2.1
            """;

    private static List<String> findings(String lines) {
        return JudgedText.placed(JudgedText.judge(START + lines));
    }

    @Test
    void acceptTheFindingsOfACheckOnTheirLine() {
        assertThat(findings("a TXT \"\"\n")).containsExactly("5:7 empty-txt");
        assertThat(findings("a TXT \"\" ; ozone: allow empty-txt a marker\n")).isEmpty();
        assertThat(findings("a TXT \"\" ;ozone:allow empty-txt\n")).isEmpty();
    }

    @Test
    void acceptErrorsToo() {
        assertThat(findings("@ MX 10 mail ; ozone: allow missing-address it is on its way\n"))
                .isEmpty();
        assertThat(findings("a BBB x ; ozone: allow unknown-type\n")).isEmpty();
    }

    @Test
    void nameOneCheckOrSeveral() {
        String lines = "a TXT \"\"\na_ 60 A 192.0.2.1 ; ozone: allow %s\n";
        assertThat(findings(lines.formatted("not-a-hostname"))).containsExactly("5:7 empty-txt");
        assertThat(findings(lines.formatted("ttl-mismatch, not-a-hostname")))
                .containsExactly("5:7 empty-txt");
        assertThat(findings(lines.formatted("ttl-mismatch")))
                .containsExactlyInAnyOrder("5:7 empty-txt", "6:1 not-a-hostname");
    }

    @Test
    void areCommentsAndNothingElse() {
        assertThat(findings("a TXT \"\" \"; ozone: allow empty-txt\"\nb TXT \"\"\n"))
                .containsExactly("6:7 empty-txt");
        assertThat(findings("b TXT \"\"\n; ozone: allow empty-txt\n"))
                .containsExactly("5:7 empty-txt");
    }
}
