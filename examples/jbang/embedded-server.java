///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DEPS io.github.dnscli:dns-cli-server:0.1.0-SNAPSHOT

import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.server.NameServer;

/// Serves a zone until it is stopped: `./embedded-server.java 5300`, then `dig @127.0.0.1 -p 5300 www.example.com`.
class EmbeddedServer {

    void main(String[] arguments) throws Exception {
        var zone =
                ZoneText.zone(
                        "example.com",
                        """
                        @    SOA  ns hostmaster 1 3600 600 86400 300
                        @    NS   ns
                        ns   A    127.0.0.1
                        www  A    192.0.2.1
                        """);
        int port = Integer.parseInt(arguments[0]);
        try (var server = NameServer.builder().zone(zone).listen("127.0.0.1", port).start()) {
            IO.println("serving " + zone + " at port " + server.port());
            Thread.currentThread().join();
        }
    }
}
