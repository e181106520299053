package io.github.dnscli.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dnscli.common.name.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceNameTest {

    @Test
    void putsTheRecordsOfAHostBelowIt() {
        var service = new ServiceName(DomainName.of("www.example.com"));

        assertThat(service.owner()).isEqualTo(DomainName.of("_letsencrypt._tcp.www.example.com"));
        assertThat(service).hasToString("_letsencrypt._tcp.www.example.com");
    }

    @Test
    void putsTheRecordsOfAWildcardAtTheNameItIsAWildcardOf() {
        assertThat(new ServiceName(DomainName.of("*.example.com")))
                .isEqualTo(new ServiceName(DomainName.of("example.com")));
    }

    @Test
    void findsTheHostOfAnOwnerInAnyCaseOfLetters() {
        assertThat(ServiceName.ofOwner(DomainName.of("_LetsEncrypt._TCP.Example.COM")))
                .contains(new ServiceName(DomainName.of("example.com")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_letsencrypt._tcp",
                "_443._tcp.example.com",
                "_letsencrypt._udp.example.com",
                "example.com",
                "."
            })
    void knowsOtherOwners(String owner) {
        assertThat(ServiceName.ofOwner(DomainName.of(owner))).isEmpty();
    }

    @Test
    void hasNoPlaceForTheRoot() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceName(DomainName.ROOT));
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceName(DomainName.of("*")));
    }
}
