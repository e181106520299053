package io.github.dnscli.common.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartAdviceRuleTest {

    private static final String USUAL = "SOA ns1 hostmaster 1 7200 900 1209600 300";

    private static String zone(String mailbox, String timers) {
        return RuleTrial.START.replace(USUAL, "SOA ns1 " + mailbox + " 1 " + timers);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            textBlock =
                    """
                    7200 900 1209600 300       |
                    7200 900 1209600 0         |
                    1h 59m 1d 1d               |
                    1d 2h 365d 1h              |
                    43200 43199 86400 300      |
                    0 900 1209600 300          | refresh is '0'
                    7200 0 1209600 300         | retry is '0'
                    7200 7200 1209600 300      | retry '7200' is not less than refresh '7200'
                    3600 7200 1209600 300      | retry '7200' is not less than refresh '3600'
                    1d 2h 93599 300            | expire '93599' is less than refresh and retry, '86400' and '7200'
                    7200 900 86399 300         | expire '86399' is less than a day
                    7200 900 31536001 300      | expire '31536001' is more than a year
                    4294967295 1 4294967295 60 | expire '4294967295' is less than refresh and retry, '4294967295' and '1'
                    7200 900 1209600 86401     | minimum '86401' is longer than a day
                    """,
            delimiter = '|')
    void judgesTheTimers(String timers, String finding) {
        assertThat(RuleTrial.findings(zone("hostmaster", timers), PolicyChecks.SOA_TIMERS))
                .isEqualTo(finding == null ? List.of() : List.of("2:9 " + finding));
    }

    @Test
    void tellsEachTimerThatIsWrong() {
        assertThat(RuleTrial.findings(zone("hostmaster", "1 2 0 1w"), PolicyChecks.SOA_TIMERS))
                .containsExactly(
                        "2:9 retry '2' is not less than refresh '1'",
                        "2:9 expire '0' is less than refresh and retry, '1' and '2'",
                        "2:9 minimum '604800' is longer than a day");
    }

    @Test
    void looksAtTheApexOnly() {
        assertThat(RuleTrial.of("sub SOA ns1 a@b 1 0 0 0 0\n").ids())
                .containsExactly("soa-not-at-apex");
    }

    @ParameterizedTest
    @CsvSource({
        "hostmaster, ",
        "first\\.last.example.net., ",
        "hostmaster@example.com., hostmaster@example.com",
        "hostmaster\\@example.com., hostmaster@example.com",
        "hostmaster@example.com, hostmaster@example.com.example.com",
        "hostmaster.example@net., hostmaster.example@net",
    })
    void wantsNoAtSignInTheMailbox(String mailbox, String shown) {
        var zone = zone(mailbox, "7200 900 1209600 300");
        assertThat(RuleTrial.findings(zone, PolicyChecks.SOA_RNAME_AT_SIGN))
                .isEqualTo(
                        shown == null
                                ? List.of()
                                : List.of("2:9 mailbox '" + shown + "' has an '@' in it"));
    }
}
