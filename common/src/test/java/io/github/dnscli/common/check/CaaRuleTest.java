package io.github.dnscli.common.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaaRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "issue \"ca1.example.net\"",
                "issue \" ca1.example.net \"",
                "issue \";\"",
                "issue \"\"",
                "issue \" ; \"",
                "issue \"ca1.example.net;\"",
                "issue \"ca1.example.net; account=230123\"",
                "issue \"ca1.example.net ; a = b ; c=\"",
                "issue \"; a=b\"",
                "ISSUE \"localhost\"",
                "issuewild \"x--y.example\"",
                "issue \"ca1.example.net; accounturi=https://ca1.example.net/a/1; validationmethods=dns-01,http-01\"",
                "issue \"ca1.example.net; validationmethods=\"",
                "issuemail \"ca1.example.net; account=1\"",
                "issuevmc \"ca1.example.net\"",
                "iodef \"mailto:security@example.com\"",
                "iodef \"HTTPS://iodef.example.com/\"",
                "iodef \"http://iodef.example.com\"",
                "contactemail \"domainowner@example.com\"",
                "contactphone \"+1 (555) 123-4567\"",
            })
    void acceptsWellFormedProperties(String property) {
        assertThat(RuleTrial.of("@ CAA 0 " + property + "\n").ids()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            textBlock =
                    """
                    issue "ca1.example.net."        | issuer 'ca1.example.net.' is not a domain name
                    issue "https://ca1.example.net" | issuer 'https://ca1.example.net' is not a domain name
                    issue "ca1_x.example.net"       | issuer 'ca1_x.example.net' is not a domain name
                    issue "-ca1.example.net"        | issuer '-ca1.example.net' is not a domain name
                    issue "ca1-.example.net"        | issuer 'ca1-.example.net' is not a domain name
                    issue "ca1.example.net a=b"     | issuer 'ca1.example.net a=b' is not a domain name
                    issuewild "*.example.net"       | issuer '*.example.net' is not a domain name
                    issuemail "ca1..example.net"    | issuer 'ca1..example.net' is not a domain name
                    issue "ca1.example.net; a"      | parameter 'a' is not of the form 'tag=value'
                    issue "ca1.example.net; =a"     | parameter '=a' is not of the form 'tag=value'
                    issue "ca1.example.net; a_b=c"  | parameter 'a_b=c' is not of the form 'tag=value'
                    issue "ca1.example.net; a=b c"  | parameter 'a=b c' is not of the form 'tag=value'
                    issue "ca1.example.net; a=b;"   | a semicolon has no parameter behind it
                    issue "ca1.example.net;; a=b"   | a semicolon has no parameter behind it
                    issue "; accounturi=12"         | 'accounturi' wants a URI, not '12'
                    issue "; accounturi=x:1; accounturi=x:2" | 'accounturi' is given twice, which nobody can satisfy
                    issue "; validationmethods=dns-01,"    | 'validationmethods' wants names between commas, not 'dns-01,'
                    issue "; validationmethods=dns_01"     | 'validationmethods' wants names between commas, not 'dns_01'
                    iodef "security@example.com"    | 'security@example.com' is not a URL of the scheme 'mailto:', 'http:' or 'https:'
                    iodef "ftp://example.com"       | 'ftp://example.com' is not a URL of the scheme 'mailto:', 'http:' or 'https:'
                    iodef "mailto:security"         | 'mailto:security' is not a URL
                    iodef "https:///x"              | 'https:///x' is not a URL
                    iodef "https://a b"             | 'https://a b' is not a URL
                    contactemail "mailto:a@example.com" | 'mailto:a@example.com' is not an email address
                    contactemail "example.com"      | 'example.com' is not an email address
                    contactphone "555-1234"         | '555-1234' is not a telephone number with a '+' and the code of a country
                    contactphone "+"                | '+' is not a telephone number with a '+' and the code of a country
                    contactphone "tel:+15551234"    | 'tel:+15551234' is not a telephone number with a '+' and the code of a country
                    """,
            delimiter = '|')
    void tellsWhatIsMalformed(String property, String problem) {
        String tag = property.substring(0, property.indexOf(' '));
        assertThat(RuleTrial.of("@ CAA 128 " + property + "\n").judge(StructureChecks.CAA_SYNTAX))
                .isEqualTo(List.of("5:7 property '" + tag + "': " + problem));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            textBlock =
                    """
                    128 issue "ca1.example.net" |
                    0 Iodef "mailto:a@b"        |
                    1 issue "ca1.example.net"   | flags '1' have a meaning nobody knows
                    129 issue "ca1.example.net" | flags '129' have a meaning nobody knows
                    0 issuer "ca1.example.net"  | property 'issuer' is not known
                    128 tbs "Unknown"           | property 'tbs' is not known
                    """,
            delimiter = '|')
    void tellsWhatNobodyKnows(String data, String finding) {
        assertThat(RuleTrial.of("@ CAA " + data + "\n").judge(PolicyChecks.CAA_UNKNOWN))
                .isEqualTo(finding == null ? List.of() : List.of("5:7 " + finding));
    }
}
