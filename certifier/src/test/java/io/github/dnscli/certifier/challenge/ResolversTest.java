package io.github.dnscli.certifier.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.transport.ServerAddress;
import org.junit.jupiter.api.Test;

class ResolversTest {

    private static ServerAddress at(String address) {
        return new ServerAddress(Stage.ip(address), 53);
    }

    @Test
    void readsTheResolversOfASystem() {
        assertThat(
                        Resolvers.of(
                                """
                                # made by hand
                                ; and so on
                                domain example
                                options ndots:1
                                nameserver 192.0.2.1
                                  nameserver\t2001:db8::1  trailing
                                """))
                .containsExactly(at("192.0.2.1"), at("2001:db8::1"));
    }

    @Test
    void passesOverWhatIsNoAddress() {
        assertThat(
                        Resolvers.of(
                                """
                                nameserver
                                nameserver localhost
                                nameserver fe80::1%no-such-interface
                                #nameserver 192.0.2.2
                                nameserver 192.0.2.1
                                """))
                .containsExactly(at("192.0.2.1"));
    }

    @Test
    void takesThreeAsTheSystemDoes() {
        assertThat(Resolvers.of("nameserver 192.0.2.1\n".repeat(100_000))).hasSize(3);
    }

    @Test
    void knowsOfNoneWithoutLines() {
        assertThat(Resolvers.of("")).isEmpty();
    }
}
