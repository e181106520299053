package io.github.dnscli.common.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What name servers refuse as base64, we refuse (RFC 4648 §3.2, §3.5).
class StrictBase64Test {

    @ParameterizedTest
    @ValueSource(strings = {"AQI", "AQIDBA", "AQIDBAU", "AQIDBB==", "AQID=", "A=ID", "AQ ID!"})
    void refusesKeysThatLackPaddingOrHaveBitsToSpare(String key) {
        assertThatThrownBy(() -> RecordData.of(RecordType.parse("OPENPGPKEY").orElseThrow(), key))
                .hasMessageContaining("is not base64");
    }

    @Test
    void readsKeysInPieces() {
        var type = RecordType.parse("OPENPGPKEY").orElseThrow();

        assertThat(RecordData.of(type, "AQ ID BA ==")).isEqualTo(RecordData.of(type, "AQIDBA=="));
    }
}
