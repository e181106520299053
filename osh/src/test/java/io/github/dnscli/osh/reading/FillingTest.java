package io.github.dnscli.osh.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.usage.Usage;
import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.ocertify.OcertifyCommand;
import io.github.dnscli.onotify.OnotifyCommand;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.osh.context.Context;
import io.github.dnscli.osh.look.DigCommand;
import io.github.dnscli.osh.zone.ZoneCommand;
import io.github.dnscli.otlsafetch.OtlsaFetchCommand;
import io.github.dnscli.oupdate.OupdateCommand;
import io.github.dnscli.ozone.OzoneCommand;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What lines mean with server, key and zone in use.
class FillingTest {

    private static final Map<String, Usage> COMMANDS =
            Stream.<Command>of(
                            new OzoneCommand(),
                            new OnotifyCommand(),
                            new OupdateCommand(),
                            new OcertifyCommand(),
                            new OtlsaFetchCommand(),
                            new OserveCommand(),
                            new DigCommand(),
                            new ZoneCommand())
                    .map(Usage::of)
                    .collect(Collectors.toMap(Usage::name, Function.identity()));

    private static final TsigKey KEY =
            new TsigKey(DomainName.of("k"), TsigAlgorithm.SHA256, new byte[] {1});

    private static final Context ALL =
            Context.NONE
                    .withServer("192.0.2.1")
                    .withKey(new Context.UsedKey("@/k.key", KEY))
                    .withZone(DomainName.of("example.com"));

    private static Filling.Filled fill(String line, Context context) {
        var words = List.of(line.split(" "));
        return Filling.fill(
                Objects.requireNonNull(COMMANDS.get(words.getFirst())),
                words.subList(1, words.size()),
                context,
                name -> name.endsWith(".key"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oupdate www 198.51.100.7          | @192.0.2.1 @/k.key www.example.com 198.51.100.7",
                "oupdate -v www 198.51.100.7       | -v @192.0.2.1 @/k.key www.example.com 198.51.100.7",
                "oupdate www.example.com 2001:db8::1 | @192.0.2.1 @/k.key www.example.com 2001:db8::1",
                "oupdate www.example.org. 198.51.100.7 | @192.0.2.1 @/k.key www.example.org. 198.51.100.7",
                "oupdate @ 198.51.100.7            | @192.0.2.1 @/k.key example.com 198.51.100.7",
                "oupdate @ns2 www 198.51.100.7     | @ns2 @/k.key www.example.com 198.51.100.7",
                "oupdate @other.key www 198.51.100.7 | @192.0.2.1 @other.key www.example.com 198.51.100.7",
                "oupdate env:K www 198.51.100.7    | @192.0.2.1 env:K www.example.com 198.51.100.7",
                "oupdate 192.0.2.9#54 www 198.51.100.7 | 192.0.2.9#54 @/k.key www.example.com 198.51.100.7",
                "oupdate ns2 @x.key www 198.51.100.7 | ns2 @x.key www.example.com 198.51.100.7",
                "onotify                           | --key @/k.key @192.0.2.1 example.com",
                "onotify sub                       | --key @/k.key @192.0.2.1 sub",
                "onotify @ns2                      | --key @/k.key @ns2 example.com",
                "onotify ns2 example.org           | --key @/k.key ns2 example.org",
                "onotify --key @o.key              | --key @o.key @192.0.2.1 example.com",
                "onotify --dns-key=@o.key          | --dns-key=@o.key @192.0.2.1 example.com",
                "ocertify www                      | --dns-key @/k.key @192.0.2.1 www.example.com",
                "ocertify --additional=mail www    | --dns-key @/k.key --additional=mail.example.com @192.0.2.1 www.example.com",
                "otlsa-fetch www                   | www.example.com @192.0.2.1",
                "otlsa-fetch www 192.0.2.9         | www.example.com 192.0.2.9",
                "ozone example.com                 | example.com",
                "ozone --zone-name x zone.txt      | --zone-name x zone.txt",
                "dig www A                         | --server @192.0.2.1 --zone example.com --key @/k.key www A",
                "dig MX                            | --server @192.0.2.1 --zone example.com --key @/k.key MX",
                "zone show www                     | show --server @192.0.2.1 --zone example.com --key @/k.key www",
                "zone show --zone example.org      | show --server @192.0.2.1 --key @/k.key --zone example.org",
                "oupdate --help                    | --help",
                "onotify -vv                       | --key @/k.key -vv @192.0.2.1 example.com",
            })
    void linesSayWhatTheyLeaveOut(String line, String filled) {
        assertThat(String.join(" ", fill(line.strip(), ALL).words())).isEqualTo(filled);
    }

    @Test
    void keysForProofsAreNotThoseInUse() {
        assertThat(fill("oserve certifier", ALL).words())
                .contains("--server", "--key")
                .doesNotContain("--challenge-key", "--challenge-server");
    }

    @Test
    void whatIsPutInIsTold() {
        var filled = fill("oupdate -v www 198.51.100.7", ALL);

        assertThat(filled.added()).containsExactly("@192.0.2.1", "@/k.key");
        assertThat(filled.completed()).containsExactly("www.example.com");
        assertThat(filled.isVerbose()).isTrue();
    }

    @Test
    void withoutAContextLinesStayAsTheyAre() {
        assertThat(fill("oupdate 192.0.2.1 @k.key www 198.51.100.7", Context.NONE).words())
                .containsExactly("192.0.2.1", "@k.key", "www", "198.51.100.7");
    }

    @Test
    void whatNobodySaysIsMissing() {
        assertThat(fill("oupdate www 198.51.100.7", Context.NONE.withServer("192.0.2.1")).missing())
                .containsExactly("KEY");
        assertThat(fill("onotify", Context.NONE).missing()).containsExactly("SERVER", "ZONE");
    }
}
