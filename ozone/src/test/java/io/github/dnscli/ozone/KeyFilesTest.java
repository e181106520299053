package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ozone` on files of keys.
class KeyFilesTest {

    private static final String SECRET = "kJJqipaQHQWqZL31Raar6uPnepGFIdtpjkXot9rv2xg=";
    private static final String KEY = "personal._update.mirage. DNSKEY 0 3 163 " + SECRET + "\n";

    @TempDir private Path folder;
    private OzoneRuns ozone = new OzoneRuns(Path.of(""));

    @BeforeEach
    void enterFolder() {
        ozone = new OzoneRuns(folder);
    }

    @Test
    void confirmsAGoodFile() throws IOException {
        ozone.with("mirage._keys", KEY);
        allow("mirage._keys", "rw-------");

        assertThat(ozone.run("mirage._keys"))
                .hasToString("successfully checked mirage._keys: 1 key\n[exit status: 0]");
    }

    @Test
    void takesKeysForAnyZoneInTheCommonFile() throws IOException {
        ozone.with("_keys", KEY + KEY.replace("mirage", "example"));
        allow("_keys", "rw-r-----");

        assertThat(ozone.run("_keys").output()).isEqualTo("successfully checked _keys: 2 keys\n");
    }

    @Test
    void warnsOfAFileThatEverybodyCanRead() throws IOException {
        ozone.with("_keys", KEY);
        allow("_keys", "rw-r--r--");

        var run = ozone.run("_keys");

        assertThat(run.status()).isEqualTo(ExitStatus.YES);
        assertThat(run.output()).contains("[key-file-readable]\n  hint: chmod o= '_keys'\n");
    }

    @Test
    void reportsEveryBadKeyAndNoSecret() {
        ozone.with(
                "mirage._keys",
                KEY + "me" + KEY + KEY.replace("mirage", "other") + "junk " + SECRET);

        var run = ozone.run("mirage._keys");

        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.output())
                .contains(
                        "mirage._keys:3: error: key 'personal._update.other' is not below 'mirage'")
                .contains("mirage._keys:4: error: ", "[key-record]")
                .doesNotContain(SECRET);
    }

    @Test
    void refusesAFileTooLargeForKeys() {
        ozone.with("_keys", ";".repeat((1 << 20) + 1));

        assertThat(ozone.run("_keys"))
                .hasToString("ozone: error: '_keys' is too large for a key file\n[exit status: 3]");
    }

    private void allow(String file, String permissions) throws IOException {
        Files.setPosixFilePermissions(
                folder.resolve(file), PosixFilePermissions.fromString(permissions));
    }
}
