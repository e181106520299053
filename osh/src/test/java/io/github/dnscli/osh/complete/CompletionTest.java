package io.github.dnscli.osh.complete;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.usage.Usage;
import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.ocertify.OcertifyCommand;
import io.github.dnscli.onotify.OnotifyCommand;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.osh.context.Context;
import io.github.dnscli.osh.look.DigCommand;
import io.github.dnscli.osh.names.KnownName;
import io.github.dnscli.oupdate.OupdateCommand;
import io.github.dnscli.ozone.OzoneCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {

    private static final DomainName ZONE = DomainName.of("example.com");

    private static final Context ALL =
            Context.NONE
                    .withServer("192.0.2.1")
                    .withKey(
                            new Context.UsedKey(
                                    "@/k.key",
                                    new TsigKey(
                                            DomainName.of("k"),
                                            TsigAlgorithm.SHA256,
                                            new byte[] {1})))
                    .withZone(ZONE);

    @TempDir private Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("k.key"), "");
        Files.writeString(folder.resolve(".hidden"), "");
        Files.createDirectory(folder.resolve("keys"));
        Files.writeString(folder.resolve("keys").resolve("a b"), "");
    }

    private record Around(Context context, Path folder) implements Surroundings {

        @Override
        public List<DomainName> zones() {
            return List.of(ZONE, DomainName.of("example.org"));
        }

        @Override
        public List<KnownName> names() {
            return List.of(
                    new KnownName(ZONE, List.of(RecordType.NS, RecordType.SOA)),
                    new KnownName(ZONE.child("mail"), List.of(RecordType.A)),
                    new KnownName(ZONE.child("_25._tcp.mail"), List.of(RecordType.TLSA)),
                    new KnownName(ZONE.child("www"), List.of(RecordType.A, RecordType.AAAA)));
        }

        @Override
        public Set<String> variables() {
            return Set.of("HOME", "UPDATE_KEY");
        }
    }

    private String offers(String text, Context context) {
        var usages = new LinkedHashMap<String, Usage>();
        for (Command command :
                List.of(
                        new OzoneCommand(),
                        new OnotifyCommand(),
                        new OupdateCommand(),
                        new OcertifyCommand(),
                        new OserveCommand(),
                        new DigCommand())) {
            usages.put(command.spec().name(), Usage.of(command));
        }
        usages.put("use", new Usage("use", "", List.of(), List.of(), new LinkedHashMap<>()));
        return new Completion(usages, new Around(context, folder))
                .of(text).stream().map(Offer::word).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "o|ozone onotify oupdate ocertify oserve",
                "use x; onot|onotify",
                "oserve s|secondary status",
                "onotify --k|--key",
                "onotify --key x --k|",
                "onotify --key |@ env:UPDATE_KEY",
                "onotify --key @|@k.key @keys/",
                "onotify --key=@k|--key=@k.key @keys/",
                "onotify --key @keys/|@keys/a b",
                "ocertify --type p|p256 p384 p521",
                "ocertify --additional x --addi|--additional",
                "oupdate |@ mail.example.com www",
                "oupdate www x|",
                "ozone k|k.key keys/",
                "use |key zone none @192.0.2.1",
                "use zone |example.com example.org",
                "use key @k.|@k.key",
            })
    void wordsCanBecome(String text, @Nullable String offers) {
        String wanted = offers == null ? "" : offers;
        assertThat(offers(text, ALL))
                .isEqualTo(
                        wanted.replace("@keys/", text.contains("=") ? "--key=@keys/" : "@keys/")
                                .replace("@ mail.example.com www", NAMES));
    }

    private static final String NAMES = "@ mail _25._tcp.mail.example.com www";

    @Test
    void namesAreThoseOfTheZone() {
        assertThat(offers("oupdate w", ALL)).isEqualTo("www");
        assertThat(offers("oupdate www.ex", ALL)).isEqualTo("www.example.com");
        assertThat(offers("oupdate W", ALL)).isEqualTo("www");
        assertThat(offers("oupdate 192.0.2.1 @k.key m", Context.NONE)).isEmpty();
    }

    @Test
    void typesAreThoseThatHaveNames() {
        assertThat(offers("dig www TLS", ALL)).isEqualTo("TLSA");
        assertThat(offers("dig www aaa", ALL)).isEqualTo("AAAA");
    }

    @Test
    void whatIsInUseIsOfferedToThoseWhoBeginToSayIt() {
        assertThat(offers("onotify @", ALL)).isEqualTo("@192.0.2.1");
        assertThat(offers("onotify ", ALL)).isEqualTo("example.com example.org");
    }

    @Test
    void optionsAreOfferedWhereNothingElseIs() {
        assertThat(offers("oserve status ", ALL)).contains("--json", "--help");
    }

    @Test
    void offersSayWhatTheyAre() {
        var completion =
                new Completion(
                        new LinkedHashMap<>(Map.of("oupdate", Usage.of(new OupdateCommand()))),
                        new Around(ALL, folder));
        assertThat(completion.of("oupdate w"))
                .containsExactly(new Offer("www", "names", "A AAAA", true));
        assertThat(completion.of("oup"))
                .containsExactly(
                        new Offer(
                                "oupdate",
                                "commands",
                                "set the address of a host in a zone",
                                true));
    }
}
