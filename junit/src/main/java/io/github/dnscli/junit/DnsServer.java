package io.github.dnscli.junit;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.NameServer;
import java.net.InetSocketAddress;
import java.util.List;

/// The name server of a test.
public final class DnsServer {

    private final NameServer server;

    DnsServer(NameServer server) {
        this.server = server;
    }

    /// {@return where it listens, by UDP and TCP alike}
    public InetSocketAddress address() {
        return server.addresses().getFirst();
    }

    /// {@return the port it listens on}
    public int port() {
        return server.port();
    }

    /// {@return a zone as it is served now, with what updates have changed}
    ///
    /// @param name the zone's name
    /// @throws IllegalArgumentException if there is none of that name
    public Zone zone(String name) {
        return server.state()
                .zone(DomainName.of(name))
                .orElseThrow(() -> new IllegalArgumentException("no zone '" + name + "' here"));
    }

    /// {@return the data of the records right at a name, in presentation format; none if there are no such records}
    ///
    /// @param name the name
    /// @param type the type as in a zone file, like `TXT`
    public List<String> records(String name, String type) {
        var owner = DomainName.of(name);
        var wanted = RecordType.parse(type);
        return server.state().zoneOf(owner).stream()
                .flatMap(zone -> wanted.flatMap(known -> zone.recordSet(owner, known)).stream())
                .flatMap(set -> set.data().stream())
                .map(RecordData::text)
                .toList();
    }

    /// Serves one more zone until the test ends, or another version of one.
    ///
    /// @param name the zone's name
    /// @param records its records, as in a zone file; see [DnsZone#records]
    /// @throws IllegalArgumentException if the text has errors; the message has a line for each
    public void serve(String name, String records) {
        var zone = Completion.complete(ZoneText.zone(name, records));
        server.change(state -> state.with(zone));
    }

    /// {@return the server itself, for all else}
    public NameServer nameServer() {
        return server;
    }
}
