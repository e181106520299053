package io.github.dnscli.dist.debian;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How the package names what it is.
class DebianTreeTest {

    /// To Debian a hyphen begins its own revision, and a tilde comes before the end.
    @ParameterizedTest
    @CsvSource({"0.1.0-SNAPSHOT,0.1.0~SNAPSHOT", "1.0.0-rc.1,1.0.0~rc.1", "1.0.0,1.0.0"})
    void sortsWhatIsNotReleasedBeforeTheRelease(String version, String debian) {
        assertThat(DebianTree.version(version)).isEqualTo(debian);
    }

    @ParameterizedTest
    @CsvSource({"amd64,amd64", "aarch64,arm64", "riscv64,riscv64"})
    void namesTheArchitectureAsDebianDoes(String java, String debian) {
        assertThat(DebianTree.architecture(java)).isEqualTo(debian);
    }
}
