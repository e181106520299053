package io.github.dnscli.oserve.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.gitstore.reading.KeyReading;
import io.github.dnscli.gitstore.reading.Reading;
import io.github.dnscli.gitstore.reading.ZoneFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeySourcesTest {

    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @TempDir Path folder;
    private final HeardKeys heard = new HeardKeys();
    private final ZoneFiles files = new ZoneFiles(() -> KeyRights.BY_NAME);

    private static String key(String name) {
        return name + "._update.example.com:SHA256:" + SECRET + "\n";
    }

    private Path write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private KeySources open(KeyOptions options) throws IOException {
        return KeySources.open(options, heard);
    }

    private KeySources from(Path... paths) throws IOException {
        return open(
                new KeyOptions(
                        List.of(paths),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty()));
    }

    private KeySources printedBy(String command) throws IOException {
        return printedBy(new KeyCommand(command, folder));
    }

    private KeySources printedBy(KeyCommand command) throws IOException {
        return open(
                new KeyOptions(
                        List.of(),
                        Optional.empty(),
                        Optional.of(command),
                        List.of(),
                        Optional.empty()));
    }

    private KeySources under(Path policy) throws IOException {
        return open(
                new KeyOptions(
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.of(policy)));
    }

    private Reading read(KeySources sources) throws IOException {
        return files.read(List::of, sources.files());
    }

    private Stream<String> keys(KeySources sources) throws IOException {
        return read(sources).keys().stream()
                .flatMap(reading -> reading.keys().stream())
                .map(TsigKey::name)
                .map(name -> name.toString().split("\\.", 2)[0]);
    }

    private String problem(KeySources sources) throws IOException {
        return read(sources).keys().stream()
                .filter(KeyReading.Unreadable.class::isInstance)
                .map(KeyReading.Unreadable.class::cast)
                .map(KeyReading.Unreadable::problem)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void readsKeyFilesAndFoldersOfThem() throws IOException {
        var one = write("one", key("a"));
        write("keys.d/2", key("b"));
        write("keys.d/1", key("c"));
        write("keys.d/.hidden", key("d"));
        write("keys.d/old~", key("e"));
        Files.createDirectories(folder.resolve("keys.d/within"));
        assertThat(keys(from(one, folder.resolve("keys.d")))).containsExactly("a", "c", "b");
    }

    @Test
    void looksIntoAFolderAnewEachTime() throws IOException {
        write("keys.d/1", key("a"));
        var sources = from(folder.resolve("keys.d"));
        assertThat(keys(sources)).containsExactly("a");
        write("keys.d/2", key("b"));
        assertThat(keys(sources)).containsExactly("a", "b");
        Files.delete(folder.resolve("keys.d/1"));
        assertThat(keys(sources)).containsExactly("b");
    }

    @Test
    void keepsTheKeysOfAFolderThatIsGone() throws IOException {
        var file = write("keys.d/1", key("a"));
        var sources = from(folder.resolve("keys.d"));
        assertThat(keys(sources)).containsExactly("a");
        Files.delete(file);
        Files.delete(file.getParent());
        assertThat(keys(sources)).containsExactly("a");
        assertThat(problem(sources)).contains("no such file or folder");
    }

    @Test
    void warnsOfAFileThatEverybodyCanRead() throws IOException {
        var file = write("one", key("a"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(read(from(file)).keys())
                .singleElement()
                .isInstanceOfSatisfying(
                        KeyReading.Read.class,
                        found ->
                                assertThat(found.findings())
                                        .singleElement()
                                        .asString()
                                        .contains("everybody on this machine can read"));
    }

    @Test
    void takesKeysFromTheCredentialsOfSystemdAndSaysSo() throws IOException {
        write("credentials/keys", key("a"));
        write("credentials/oserve.keys", key("b"));
        write("credentials/more_keys", key("c"));
        write("credentials/ssh", "no key at all");
        var options =
                new KeyOptions(
                        List.of(),
                        Optional.of(folder.resolve("credentials")),
                        Optional.empty(),
                        List.of(),
                        Optional.empty());
        var sources = open(options);
        assertThat(keys(sources)).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(keys(sources)).hasSize(3);
        assertThat(heard.credentials)
                .singleElement()
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(3);
    }

    @Test
    void takesWhatACommandPrints() throws IOException {
        write("store", key("a"));
        var sources = printedBy("cat store && echo 'the store is old' >&2");
        assertThat(keys(sources)).containsExactly("a");
        assertThat(heard.said).containsExactly("the store is old");
        write("store", key("b"));
        assertThat(keys(sources)).containsExactly("b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    exit 7                       | the command of '--key-command' failed with status 7
                    echo hunter2                 | the command of '--key-command' printed nothing that reads as a key
                    true                         | the command of '--key-command' printed nothing that reads as a key
                    no-such-program              | the command of '--key-command' failed with status 127
                    head -c 2000000 /dev/zero    | the command of '--key-command' printed more than a mebibyte
                    """)
    void saysWhyACommandGivesNoKeysAndKeepsTheLastOnes(String command, String problem)
            throws IOException {
        write("script", "cat store");
        write("store", key("a"));
        var sources = printedBy("sh script");
        assertThat(keys(sources)).containsExactly("a");
        write("script", command);
        assertThat(keys(sources)).containsExactly("a");
        assertThat(problem(sources)).isEqualTo(problem);
    }

    @Test
    void waitsForACommandNoLongerThanItMay() throws IOException {
        var slow = new KeyCommand("echo wait >&2; sleep 60 & wait", folder, Duration.ofMillis(300));
        assertThat(problem(printedBy(slow)))
                .isEqualTo("the command of '--key-command' did not end within 300ms");
        assertThat(heard.said).containsExactly("wait");
    }

    @Test
    void showsNoSecretOfAKeyThatIsNotQuiteOne() throws IOException {
        var reading = read(printedBy("echo '" + key("a") + key("b").replace("AAEC", "A!EC") + "'"));
        assertThat(reading.toString()).contains("--key-command:2").doesNotContain("AwQFBgcI");
    }

    @Test
    void findsTheGrantsOfAPolicyAndReadsThemAgain() throws IOException {
        var policy = write("policy", "# who may what\ngrant k update example.com\n");
        var sources = under(policy);
        var key = DomainName.of("k");
        var zone = DomainName.of("example.com");
        assertThat(sources.rights().allow(key, KeyOperation.UPDATE, zone)).isTrue();
        write("policy", "grant k notify example.com\n");
        assertThat(sources.readRights().allow(key, KeyOperation.UPDATE, zone)).isFalse();
        assertThat(sources.rights().mention(key)).isTrue();
    }

    @Test
    void keepsTheLastGoodPolicy() throws IOException {
        var policy = write("policy", "grant k update example.com\n");
        var sources = under(policy);
        write("policy", "grant k update example.com\ngrand j update example.com\n");
        assertThat(sources.readRights().grants()).hasSize(1);
        assertThat(heard.findings).singleElement().asString().startsWith(policy + ":2:1: error: ");
        assertThat(heard.problems).containsExactly("'" + policy + "' has errors");
        Files.delete(policy);
        assertThat(sources.readRights().grants()).hasSize(1);
        assertThat(heard.problems).last().asString().endsWith("no such file or folder");
    }

    @Test
    void doesNotBeginWithAPolicyThatHasErrors() throws IOException {
        var policy = write("policy", "grant k\n");
        assertThatThrownBy(() -> under(policy)).isInstanceOf(IOException.class);
        assertThat(heard.findings).hasSize(1);
    }
}
