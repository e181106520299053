import java.io.IOException;
import java.util.stream.Stream;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupSession;

/// Finds services by their SRV records: something that wants to be tested.
final class ServiceFinder {

    private final LookupSession session;

    /// @param resolver asks the DNS
    ServiceFinder(Resolver resolver) {
        this.session = LookupSession.builder().resolver(resolver).build();
    }

    /// {@return where a service is, as `HOST:PORT`}
    ///
    /// @param service an absolute name
    Stream<String> find(String service) throws IOException {
        return session
                .lookupAsync(Name.fromString(service), Type.SRV)
                .toCompletableFuture()
                .join()
                .getRecords()
                .stream()
                .map(ServiceFinder::place);
    }

    private static String place(Record found) {
        var service = (SRVRecord) found;
        return service.getTarget() + ":" + service.getPort();
    }
}
