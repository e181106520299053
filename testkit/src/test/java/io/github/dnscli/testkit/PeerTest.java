package io.github.dnscli.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PeerTest {

    @Test
    void isCalledAsItsProgram() {
        assertThat(Peer.NAMED_CHECKZONE.program()).isEqualTo("named-checkzone");
    }

    @Test
    void isFoundWhereItIs() {
        assertThat(Peer.OPENSSL.require()).isExecutable().hasFileName("openssl");
    }

    @Test
    void aFreePortIsFreeForBothKinds() throws IOException {
        int port = FreePort.any();
        var loopback = InetAddress.ofLiteral("127.0.0.1");

        try (var tcp = new ServerSocket(port, 1, loopback);
                var udp = new DatagramSocket(port, loopback)) {
            assertThat(tcp.getLocalPort()).isEqualTo(udp.getLocalPort());
        }
    }
}
