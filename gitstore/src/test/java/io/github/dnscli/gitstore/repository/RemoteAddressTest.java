package io.github.dnscli.gitstore.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://git.example/dns/zones.git#live, https://git.example/dns/zones.git, live",
        "https://git.example/dns/zones.git#refs/heads/live, https://git.example/dns/zones.git, live",
        "ssh://git@git.example:2222/zones.git#a/b, ssh://git@git.example:2222/zones.git, a/b",
        "git@git.example:dns/zones.git#live, git@git.example:dns/zones.git, live",
        "git.example:zones.git, git.example:zones.git,",
        "git://git.example/zones.git, git://git.example/zones.git,",
        "http://git.example/zones.git, http://git.example/zones.git,",
        "file:///srv/zones.git#live, /srv/zones.git, live",
        "/srv/zones.git, /srv/zones.git,",
        "/srv/./a/../zones.git#live, /srv/zones.git, live",
    })
    void isRead(String text, String url, String branch) {
        var address = RemoteAddress.parse(text);

        assertThat(address.url()).isEqualTo(url);
        assertThat(address.branch().orElse(null)).isEqualTo(branch);
        assertThat(RemoteAddress.parse(address.display()).url()).isEqualTo(url);
    }

    @Test
    void isReadFromHereOrFromHome() {
        assertThat(RemoteAddress.parse("zones.git").url())
                .isEqualTo(Path.of("zones.git").toAbsolutePath().toString());
        assertThat(RemoteAddress.parse("~/zones.git").url())
                .isEqualTo(System.getProperty("user.home") + "/zones.git");
    }

    @Test
    void neverShowsAPassword() {
        var address = RemoteAddress.parse("https://me:s3cret@git.example/zones.git#live");

        assertThat(address).hasToString("https://me@git.example/zones.git#live");
        assertThat(address.url()).contains("s3cret");
        assertThatThrownBy(() -> RemoteAddress.parse("https://me:s3cret@:x:/#live"))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'no remote repository in '''': a URL, USER@HOST:PATH or a path is expected'",
        "'#live', 'no remote repository in ''#live'': a URL, USER@HOST:PATH or a path is expected'",
        "'ftp://x.example/y', '''ftp'' is no way to a repository: https, http, ssh, git and file are'",
        "'/srv/x#', ''''' behind the ''#'' is no name of a branch'",
        "'/srv/x#a..b', '''a..b'' behind the ''#'' is no name of a branch'",
        "'https:///x', 'a URL, USER@HOST:PATH or a path is expected for the remote repository, not ''https:///x'''",
    })
    void saysWhatIsWrong(String text, String message) {
        assertThatThrownBy(() -> RemoteAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/oserve/key", "key", "./rsa"})
    void aKeyIsAFile(String text) {
        assertThat(SshKey.parse(text)).isEqualTo(new SshKey.InFile(Path.of(text)));
    }

    @Test
    void aKeyIsASeed() {
        var key = SshKey.parse("ed25519:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

        assertThat(key).isInstanceOf(SshKey.Ed25519.class).hasToString("Ed25519[(secret)]");
        assertThat(((SshKey.Ed25519) key).seed()).hasSize(32).startsWith(0, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519:c2VjcmV0", "ed25519:?secret?", "ed25519:"})
    void aSeedHas32Octets(String text) {
        assertThatThrownBy(() -> SshKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("what is behind 'ed25519:' is not the base64 form of 32 octets");
    }

    @Test
    void anRsaKeyIsNotMadeOfASeed() {
        assertThatThrownBy(() -> SshKey.parse("rsa:s3cret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ssh-keygen")
                .message()
                .doesNotContain("s3cret");
    }
}
