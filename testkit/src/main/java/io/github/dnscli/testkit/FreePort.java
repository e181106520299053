package io.github.dnscli.testkit;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Finds ports for programs that cannot find one themselves.
public final class FreePort {

    private static final int ATTEMPTS = 100;

    /// Below the ports that systems give to those who ask for any: such a port would be taken by the next connection of
    /// somebody else before the program holds it.
    private static final int LOWEST = 10_000;

    private static final int HIGHEST = 32_000;

    private FreePort() {}

    /// {@return a loopback port that was free a moment ago, for TCP and UDP both}
    ///
    /// @throws IOException if there is none
    public static int any() throws IOException {
        var loopback = InetAddress.ofLiteral("127.0.0.1");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try (var tcp = new ServerSocket(port, 1, loopback);
                    var udp = new DatagramSocket(port, loopback)) {
                if (tcp.isBound() && udp.isBound()) {
                    return port;
                }
            } catch (IOException _) {
                // Somebody holds that port, or a half of it.
            }
        }
        throw new IOException("no free port on loopback");
    }
}
