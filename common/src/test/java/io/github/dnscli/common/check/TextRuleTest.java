package io.github.dnscli.common.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextRuleTest {

    @ParameterizedTest
    @CsvSource({
        "TXT \"\", true",
        "TXT \"\" \"\", true",
        "TXT \\# 1 00, true",
        "TXT \"\" \"x\", false",
        "TXT \" \", false",
        "TXT \\000, false",
        "SPF \"\", false",
    })
    void wantsTextRecordsToSaySomething(String data, boolean empty) {
        assertThat(RuleTrial.of("x " + data + "\n").judge(PolicyChecks.EMPTY_TXT))
                .isEqualTo(
                        empty ? List.of("5:7 TXT record at 'x.example.com' is empty") : List.of());
    }
}
