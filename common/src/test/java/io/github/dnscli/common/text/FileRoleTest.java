package io.github.dnscli.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileRoleTest {

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "example.com.zone", "db.example.com", "EXAMPLE.com"})
    void takesTheNamesOfAZone(String fileName) {
        assertThat(FileRole.of(fileName))
                .isEqualTo(new FileRole.ZoneText(DomainName.of("example.com")));
    }

    @Test
    void takesAnEndingRatherThanABeginning() {
        assertThat(FileRole.of("db.example.com.zone"))
                .isEqualTo(new FileRole.ZoneText(DomainName.of("db.example.com")));
    }

    @Test
    void takesKeyFilesForAllZonesAndForOne() {
        assertThat(FileRole.of("_keys")).isEqualTo(new FileRole.Keys(DomainName.ROOT));
        assertThat(FileRole.of("example.com._keys"))
                .isEqualTo(new FileRole.Keys(DomainName.of("example.com")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".example.com",
                ".gitignore",
                "example.com~",
                "#example.com#",
                "example..com",
                "my zone",
                ".example.com._keys",
                "example.com:2"
            })
    void leavesOtherNamesAlone(String fileName) {
        assertThat(FileRole.of(fileName)).isInstanceOf(FileRole.Foreign.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README", "readme.txt", "LICENSE", "Makefile", "notes.md", "run.sh"})
    void knowsDocumentsByTheirNames(String fileName) {
        assertThat(FileRole.isDocument(fileName)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "readme-first.example", "db.example.com", "_keys"})
    void takesNoZoneForADocument(String fileName) {
        assertThat(FileRole.isDocument(fileName)).isFalse();
    }
}
