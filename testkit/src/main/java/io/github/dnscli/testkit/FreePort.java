package io.github.dnscli.testkit;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Finds ports for programs that cannot find one themselves.
public final class FreePort {

    private static final int ATTEMPTS = 20;

    private FreePort() {}

    /// {@return a loopback port that was free a moment ago, for TCP and UDP both}
    ///
    /// @throws IOException if there is none
    public static int any() throws IOException {
        var loopback = InetAddress.ofLiteral("127.0.0.1");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (var tcp = new ServerSocket(0, 1, loopback);
                    var udp = new DatagramSocket(tcp.getLocalPort(), loopback)) {
                return udp.getLocalPort();
            } catch (IOException _) {
                // Somebody holds the other half of that port.
            }
        }
        throw new IOException("no free port on loopback");
    }
}
