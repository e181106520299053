package io.github.dnscli.certificate.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DnsIdentityBuilderTest {

    @Test
    void wantsAHostAndAServer() {
        assertThatIllegalStateException()
                .isThrownBy(() -> DnsIdentity.builder().server("127.0.0.1", 53).start())
                .withMessage("an identity without a host");
        assertThatIllegalStateException()
                .isThrownBy(() -> DnsIdentity.builder().host("www.example").start())
                .withMessage("an identity without a server");
    }

    @Test
    void doesNotShowASecretThatItCannotRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DnsIdentity.builder().key("name:SHA256:%%secret%%"))
                .withMessageNotContaining("%%secret%%");
    }

    @Test
    void wantsHostsThatCanHaveAPlace() {
        var tooLong = ("a".repeat(60) + ".").repeat(4) + "example";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DnsIdentity.builder().host("."))
                .withMessage("the root is no host");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DnsIdentity.builder().host(tooLong))
                .withMessageContaining("too long");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DnsIdentity.builder().server("ns.example", 53));
    }

    @Test
    void saysWhatIsWrongWithTrustAnchors(@TempDir Path folder) throws Exception {
        var empty = Files.createFile(folder.resolve("root.pem"));
        var builder = DnsIdentity.builder().host("www.example").server("127.0.0.1", 53);

        assertThatIOException()
                .isThrownBy(() -> builder.trust(empty).start())
                .withMessageContaining("holds no certificate");
        assertThatIOException()
                .isThrownBy(() -> builder.trust(folder.resolve("absent")).start())
                .withMessageContaining("does not exist");
    }

    @Test
    void takesNoWaitBeyondReason() {
        var settings = IdentitySettings.DEFAULT;
        for (var time : new Duration[] {Duration.ZERO, Duration.ofDays(8)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> settings.withTimeout(time));
            assertThatIllegalArgumentException().isThrownBy(() -> settings.withRefresh(time));
            assertThatIllegalArgumentException().isThrownBy(() -> settings.withClosing(time));
            assertThatIllegalArgumentException().isThrownBy(() -> settings.withPauses(time, time));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> settings.withPauses(Duration.ofSeconds(2), Duration.ofSeconds(1)));
        assertThat(settings.withClosing(Duration.ofSeconds(1)).closing())
                .isEqualTo(Duration.ofSeconds(1));
    }
}
