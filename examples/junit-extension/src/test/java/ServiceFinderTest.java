import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dnscli.junit.DnsServer;
import io.github.dnscli.junit.DnsZone;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.SimpleResolver;

/// The zone is served on a free port of the loopback address, and put back to this before each test.
@DnsZone(
        name = "example.com",
        records =
                """
                _sip._tcp  SRV  10 5 5060 sip
                sip        A    192.0.2.5
                """)
class ServiceFinderTest {

    private static List<String> find(DnsServer dns) throws Exception {
        var finder = new ServiceFinder(new SimpleResolver(dns.address()));
        return finder.find("_sip._tcp.example.com.").toList();
    }

    @Test
    void findsTheService(DnsServer dns) throws Exception {
        assertEquals(List.of("sip.example.com.:5060"), find(dns));
    }

    @Test
    void seesWhatHasChanged(DnsServer dns) throws Exception {
        dns.serve("example.com", "_sip._tcp SRV 10 5 5061 sip2");
        assertEquals(List.of("sip2.example.com.:5061"), find(dns));
    }
}
