import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.server.NameServer;

/// Serves a zone until the program ends: `dig @127.0.0.1 -p 5300 www.example.com`.
void main() throws Exception {
    String records =
            """
            @    SOA  ns hostmaster 1 3600 600 86400 300
            @    NS   ns
            ns   A    127.0.0.1
            www  A    192.0.2.1
            """;
    var zone = ZoneText.zone("example.com", records);
    int port = Integer.getInteger("port", 5300);
    try (var server = NameServer.builder().zone(zone).listen("127.0.0.1", port).start()) {
        IO.println("serving " + zone + " at port " + server.port());
        Thread.currentThread().join();
    }
}
