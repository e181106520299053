package io.github.dnscli.common.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import org.junit.jupiter.api.Test;

class ZoneTextTest {

    @Test
    void aTextBlockIsAZone() {
        var zone =
                ZoneText.zone(
                        "example.com",
                        """
                        @   SOA ns hostmaster 1 3600 600 86400 300
                        @   60 NS  ns
                        ns  A   127.0.0.1
                        """);
        assertThat(zone.origin()).isEqualTo(DomainName.of("example.com"));
        var host = zone.recordSet(DomainName.of("ns.example.com"), RecordType.A).orElseThrow();
        assertThat(host.ttl()).isEqualTo(ZoneText.DEFAULT_TTL);
        assertThat(zone.records()).hasSize(3);
    }

    @Test
    void mistakesAreToldWithTheirPlaces() {
        assertThatThrownBy(() -> ZoneText.zone("example.com", "www A 192.0.2\nmail MX here\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("example.com:1:7")
                .hasMessageContaining("example.com:2:9");
    }
}
