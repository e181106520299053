package io.github.dnscli.common.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {

    @Test
    void holdsOneGrantALine() {
        var file =
                PolicyFile.parse(
                        """
                        # the web host sees to its own certificate
                        grant www.example.com update _letsencrypt._tcp.www.example.com types TLSA

                          GRANT test Update _acme-challenge.* types TXT, TYPE65400 add # only these
                        grant *.ns transfer .example.com from 192.0.2.0/24,2001:db8::1
                        """,
                        "policy");
        assertThat(file.findings()).isEmpty();
        assertThat(file.grants())
                .containsExactly(
                        KeyRights.Grant.update(
                                DomainName.of("www.example.com"),
                                new NamePattern.Exact(
                                        DomainName.of("_letsencrypt._tcp.www.example.com")),
                                RecordType.TLSA),
                        new KeyRights.Grant(
                                new NamePattern.Exact(DomainName.of("test")),
                                KeyOperation.UPDATE,
                                new NamePattern.Led(
                                        DomainName.of("_acme-challenge"), DomainName.ROOT),
                                Set.of(RecordType.TXT, RecordType.of(65400)),
                                Set.of(ChangeAction.ADD),
                                List.of()),
                        new KeyRights.Grant(
                                new NamePattern.Below(DomainName.of("ns")),
                                KeyOperation.TRANSFER,
                                new NamePattern.Tree(DomainName.of("example.com")),
                                Set.of(),
                                Set.of(ChangeAction.values()),
                                List.of(
                                        AddressBlock.parse("192.0.2.0/24").orElseThrow(),
                                        AddressBlock.parse("2001:db8::1").orElseThrow())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "allow k update .example.com         | 1:1: error: a line begins with 'grant'",
                "granted k update .example.com       | 1:1: error: a line begins with 'grant'",
                "grant                               | 1:6: error: the name of a key is missing",
                "grant k                             | 1:8: error: 'update', 'transfer' or 'notify' is missing",
                "grant k write .example.com          | 1:9: error: 'write' is not 'update', 'transfer' or 'notify'",
                "grant k update                      | 1:15: error: a pattern of names is missing",
                "grant k..b update .example.com      | 1:7: error: 'k..b' is not a domain name",
                "grant k update a..b                 | 1:16: error: 'a..b' is not a domain name",
                "grant k update . types              | 1:23: error: a type of record is missing",
                "grant k update . types add          | 1:24: error: 'add' is no type",
                "grant k update . types TXT ANY      | 1:28: error: 'ANY' is no type",
                "grant k update . type TXT           | 1:18: error: 'type' is not 'types', 'add', 'delete' or 'from'",
                "grant k update . from 192.0.2.1/24  | 1:23: error: '192.0.2.1/24' is no address or block",
                "grant k transfer . types TXT        | 1:20: error: 'types' goes with 'update' only",
                "grant k notify . delete             | 1:18: error: 'delete' goes with 'update' only",
            })
    void saysWhereALineIsWrong(String line, String message) {
        var file = PolicyFile.parse(line, "policy");
        assertThat(file.grants()).isEmpty();
        assertThat(file.findings())
                .singleElement()
                .extracting(Finding::toString)
                .asString()
                .startsWith("policy:" + message)
                .endsWith("[policy-grant]");
    }

    @Test
    void readsTheLinesBehindAWrongOne() {
        var file = PolicyFile.parse("nonsense\ngrant k update .\n", "policy");
        assertThat(file.grants()).hasSize(1);
        assertThat(file.findings()).hasSize(1);
    }
}
