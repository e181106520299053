package io.github.dnscli.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneFileNameTest {

    @ParameterizedTest
    @CsvSource({
        "example.com, example.com, false",
        "/zones/example.com.zone, example.com, false",
        "./db.example.com, example.com, false",
        "mirage, mirage, false",
        "example.com._keys, example.com, true",
        "zones/_keys, ., true",
        "my_keys, my_keys, false",
    })
    void tellsWhatAFileHolds(String file, String zone, boolean ofKeys) {
        var name = ZoneFileName.of(Path.of(file));

        assertThat(name.zone()).isEqualTo(new ParsedName.Valid(DomainName.of(zone)));
        assertThat(name.isOfKeys()).isEqualTo(ofKeys);
    }

    @ParameterizedTest
    @CsvSource({"a..b", ".zone", "._keys", "db.", "''"})
    void saysWhenANameIsNotOfAZone(String file) {
        assertThat(ZoneFileName.of(Path.of(file)).zone()).isInstanceOf(ParsedName.Invalid.class);
    }

    @Test
    void takesTheRootOfAllFilesForNoZone() {
        assertThat(ZoneFileName.of(Path.of("/")).isOfKeys()).isFalse();
    }
}
